package vn.ocopmarket.storefront.checkout;

import reactor.core.publisher.Mono;

/** The provinces and communes of today, by their codes. */
public interface Places {

    /** Empty when the commune is not in the province, or there is no such. Fails when nobody can tell. */
    Mono<Commune> commune(String provinceCode, String communeCode);

    /** A commune with the names an address needs. */
    record Commune(String provinceName, String communeName) {}
}
