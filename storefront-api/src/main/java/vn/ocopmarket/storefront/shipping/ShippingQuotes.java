package vn.ocopmarket.storefront.shipping;

import reactor.core.publisher.Mono;

/**
 * Where prices for parcels come from: the tariff that is kept as data, or a carrier's own service.
 *
 * <p>The same parcel has the same price on one day, since a buyer is shown it before the order is made.
 */
public interface ShippingQuotes {

    /** Never empty; an error when nobody can tell, or when the carrier does not go there. */
    Mono<Quote> quote(Parcel parcel);
}
