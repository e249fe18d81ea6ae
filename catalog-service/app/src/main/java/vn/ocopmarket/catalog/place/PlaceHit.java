package vn.ocopmarket.catalog.place;

import java.util.List;

/**
 * A place that a search found.
 *
 * @param code in the scheme of its kind
 * @param current the communes that it is now; empty for provinces, where {@code province} says it all
 */
public record PlaceHit(Kind kind, String code, String name, Province province, List<Commune> current) {

    public PlaceHit {
        current = List.copyOf(current);
    }

    /** What a hit is, in which division. */
    public enum Kind {
        PROVINCE,
        COMMUNE,
        FORMER_PROVINCE,
        FORMER_DISTRICT,
        FORMER_COMMUNE
    }
}
