package vn.ocopmarket.storefront.checkout;

import reactor.core.publisher.Flux;

/** The places a buyer can choose from, in the order of their names. Both fail when nobody can tell. */
public interface PlaceChoices {

    Flux<Choice> provinces();

    /** Empty when there is no such province. */
    Flux<Choice> communes(String provinceCode);

    /** One of a list. */
    record Choice(String code, String name) {}
}
