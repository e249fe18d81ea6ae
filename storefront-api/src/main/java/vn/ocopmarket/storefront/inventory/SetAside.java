package vn.ocopmarket.storefront.inventory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why goods of a location lie apart: they are counted, have levels and a ledger of their own, and are never sold. Such a
 * place has an id that no location can have, {@code kho-ha-noi.damaged}, and is in no list of locations.
 */
public enum SetAside {
    /** Sent to the location and not received there yet. */
    IN_TRANSIT,
    DAMAGED,
    RECALLED,
    PAST_DATE;

    private static final char SEPARATOR = '.';

    /** The place beside a location. */
    public String at(String locationId) {
        return locationId + SEPARATOR + suffix();
    }

    /** Why goods lie at the place; empty for a location itself. */
    public static Optional<SetAside> of(String placeId) {
        return Arrays.stream(values())
                .filter(reason -> placeId.endsWith(SEPARATOR + reason.suffix()))
                .findFirst();
    }

    /** The location that a place belongs to; a location belongs to itself. */
    public static String locationOf(String placeId) {
        return of(placeId)
                .map(reason ->
                        placeId.substring(0, placeId.length() - reason.suffix().length() - 1))
                .orElse(placeId);
    }

    /** The location and all places beside it. */
    public static Stream<String> placesOf(String locationId) {
        return Stream.concat(Stream.of(locationId), Arrays.stream(values()).map(reason -> reason.at(locationId)));
    }

    private String suffix() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
