package vn.ocopmarket.storefront.shipping;

import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.shipping.domain.Tariff;
import vn.ocopmarket.storefront.shipping.domain.Zones;

/** The market's own tariff. */
record TariffQuotes(Zones zones, Tariff tariff) implements ShippingQuotes {

    static final String CARRIER = "market";

    @Override
    public Mono<Quote> quote(Parcel parcel) {
        return Mono.fromSupplier(() -> {
            var zone = zones.between(parcel.origins(), parcel.provinceCode(), parcel.day());
            var bracket = tariff.bracket(zone, parcel.grams(), parcel.day());
            var fee = bracket.fee(parcel.grams(), parcel.goods().amount());
            var freeFrom = parcel.grams() <= bracket.freeUpTo() ? bracket.freeFrom() : 0;
            return new Quote(CARRIER, zone, parcel.grams(), Money.dong(fee), Money.dong(freeFrom));
        });
    }
}
