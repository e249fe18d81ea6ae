package vn.ocopmarket.storefront.nearby.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.checkout.Places;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.nearby.FindNearby;
import vn.ocopmarket.storefront.nearby.NearbyPlace;
import vn.ocopmarket.storefront.nearby.NearbyPlace.Nearness;
import vn.ocopmarket.storefront.nearby.Whereabouts;
import vn.ocopmarket.storefront.nearby.web.NearbyView.AddressView;
import vn.ocopmarket.storefront.nearby.web.NearbyView.NamedView;
import vn.ocopmarket.storefront.nearby.web.NearbyView.PlaceView;
import vn.ocopmarket.storefront.visit.Opening;

/** Tells of places in the reader's language. */
@Component
class NearbyViews {

    private final FindNearby nearby;
    private final Places places;
    private final OpeningWords words;
    private final MessageSource messages;
    private final Clock clock;

    NearbyViews(FindNearby nearby, Places places, OpeningWords words, MessageSource messages, Clock clock) {
        this.nearby = nearby;
        this.places = places;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /** Never empty; errors as {@link FindNearby} has them. */
    Mono<NearbyView> of(ProductRecord product, Whereabouts where, Locale locale) {
        return nearby.of(product, where)
                .flatMapMany(Flux::fromIterable)
                .concatMap(place -> commune(place.location())
                        .map(commune -> view(place, commune, locale))
                        .switchIfEmpty(Mono.fromSupplier(() -> view(place, null, locale))))
                .collectList()
                .map(items -> new NearbyView(items, nearby.isSold(product)));
    }

    /** Empty when it is not known. */
    private Mono<NamedView> commune(Location location) {
        var commune = location.site().communeCode();
        var province = location.provinceCode();
        return commune == null || province == null
                ? Mono.empty()
                : places.commune(province, commune).map(found -> new NamedView(commune, found.communeName()));
    }

    private PlaceView view(NearbyPlace place, @Nullable NamedView commune, Locale locale) {
        var location = place.location();
        var opening = place.opening();
        var hours = location.site().hours();
        return new PlaceView(
                new AddressView(
                        location.id(),
                        location.name(),
                        location.kind(),
                        location.site().address(),
                        commune,
                        province(location.provinceCode(), locale),
                        location.pickup()),
                place.distanceKm(),
                place.nearness() == Nearness.UNTOLD ? null : place.nearness(),
                opening == null ? null : opening instanceof Opening.Open,
                opening == null ? null : words.of(opening, locale),
                opening == null ? null : changesAt(opening),
                hours == null ? null : hours.written(),
                place.inStock());
    }

    private @Nullable NamedView province(@Nullable String code, Locale locale) {
        return code == null
                ? null
                : new NamedView(
                        code, String.valueOf(messages.getMessage("facet.province." + code, null, code, locale)));
    }

    private @Nullable OffsetDateTime changesAt(Opening opening) {
        @Nullable
        LocalDateTime change = switch (opening) {
            case Opening.Open(var until) -> until;
            case Opening.Closed(var next) -> next;
        };
        return change == null ? null : change.atZone(clock.getZone()).toOffsetDateTime();
    }
}
