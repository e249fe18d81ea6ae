package vn.ocopmarket.storefront.nearby;

import vn.ocopmarket.storefront.visit.Coordinates;

/** What a buyer told of where they are. It is used for one answer and kept nowhere. */
public sealed interface Whereabouts {

    /** Nothing. */
    record Untold() implements Whereabouts {}

    /** Their province. */
    record InProvince(String code) implements Whereabouts {}

    /** Their commune, with the province it is in. */
    record InCommune(String code, String provinceCode) implements Whereabouts {}

    /** Roughly where they stand; what is told more exactly is forgotten at once. */
    record At(Coordinates about) implements Whereabouts {

        public At {
            about = about.blurred();
        }
    }
}
