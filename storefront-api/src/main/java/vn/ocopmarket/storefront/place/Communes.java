package vn.ocopmarket.storefront.place;

import java.util.List;
import reactor.core.publisher.Mono;

/** The communes in force since 1 July 2025, with what they were before. */
public interface Communes {

    /** By its five digits; empty when there is none. An error means that the catalogue did not answer. */
    Mono<Known> find(String code);

    /** A commune. */
    record Known(String code, String name, Province province, List<Former> former) {

        public Known {
            former = List.copyOf(former);
        }
    }

    /** What a commune lies in. */
    record Province(String code, String name) {}

    /**
     * A commune of before, whose land it has now.
     *
     * @param whole whether all of it
     */
    record Former(String name, String district, String province, boolean whole) {}
}
