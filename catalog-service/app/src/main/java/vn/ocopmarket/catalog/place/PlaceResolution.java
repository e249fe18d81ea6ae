package vn.ocopmarket.catalog.place;

import java.util.List;
import vn.ocopmarket.contract.place.PlaceRef;

/** What the words of an address come to in the division in force. */
public sealed interface PlaceResolution {

    /** The place is known as closely as the words say. */
    record Resolved(PlaceRef place) implements PlaceResolution {}

    /** The commune existed, but its land or its name belongs to several communes now; the place is known to the province. */
    record Several(PlaceRef place, List<Commune> candidates) implements PlaceResolution {

        public Several {
            candidates = List.copyOf(candidates);
        }
    }

    /** No province, current or former, is called so. */
    record UnknownProvince() implements PlaceResolution {}

    /** No commune or district of that province, current or former, is called so. */
    record UnknownCommune(Province province) implements PlaceResolution {}

    /** The code names a commune, but of another province. */
    record CommuneElsewhere(Commune commune) implements PlaceResolution {}
}
