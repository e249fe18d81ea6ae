package vn.ocopmarket.storefront.buyer;

import reactor.core.publisher.Mono;

/** All buyers who signed in once; one for each address. */
public interface Buyers {

    /** Empty when there is none, or none any more. */
    Mono<Buyer> byId(String id);

    /** Never empty: the one with the address. Of several who are proposed at once, one is taken. */
    Mono<Buyer> keptOr(Buyer proposed);

    /** Nothing happens when there is none. */
    Mono<Void> remove(String id);
}
