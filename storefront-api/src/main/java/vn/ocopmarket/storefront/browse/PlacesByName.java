package vn.ocopmarket.storefront.browse;

import java.util.List;
import reactor.core.publisher.Mono;

/** Finds places by the beginning of their names, those of before July 2025 too. */
public interface PlacesByName {

    /** The most fitting first. Never empty as a Mono; an error when nobody can tell. */
    Mono<List<Named>> beginning(String typed);

    /**
     * A place.
     *
     * @param kind as the catalogue calls it
     * @param provinceCode of the province it is in today
     * @param communes codes of those that it is today; none for a province
     */
    record Named(String kind, String name, String provinceCode, String provinceName, List<String> communes) {

        public Named {
            communes = List.copyOf(communes);
        }
    }
}
