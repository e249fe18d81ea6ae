package vn.ocopmarket.storefront.checkout.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.cart.JudgedCart;
import vn.ocopmarket.storefront.checkout.PlaceChoices;
import vn.ocopmarket.storefront.checkout.PlaceChoices.Choice;
import vn.ocopmarket.storefront.checkout.QuotingCheckout;
import vn.ocopmarket.storefront.checkout.web.CheckoutModel.Trouble;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;

/** Gathers what the checkout page needs besides the form itself. */
@Component
class CheckoutModels {

    private static final Logger log = LoggerFactory.getLogger(CheckoutModels.class);

    private final PlaceChoices places;
    private final Locations locations;
    private final QuotingCheckout quoting;

    CheckoutModels(PlaceChoices places, Locations locations, QuotingCheckout quoting) {
        this.places = places;
        this.locations = locations;
        this.quoting = quoting;
    }

    Mono<CheckoutModel> of(
            CheckoutForm form, String key, JudgedCart cart, Map<String, String> wrong, @Nullable Trouble trouble) {
        var province = form.province() == null ? "" : form.province();
        return Mono.zip(
                        orNone(places.provinces().collectList()),
                        orNone(places.communes(province).collectList()),
                        locations.all().filter(Location::pickup).collectList())
                .map(found -> new CheckoutModel(
                        form,
                        key,
                        cart,
                        shipping(form, cart),
                        found.getT1(),
                        found.getT2(),
                        found.getT3(),
                        quoting.hasAlcohol(cart),
                        wrong,
                        trouble));
    }

    private @Nullable Money shipping(CheckoutForm form, JudgedCart cart) {
        if (form.isPickup()) {
            return Money.ZERO;
        }
        var province = form.province();
        return province == null || province.isBlank() ? null : quoting.shipping(province, cart.total());
    }

    /** Without the catalogue nobody can choose an address, but collecting still works. */
    private static Mono<List<Choice>> orNone(Mono<List<Choice>> choices) {
        return choices.onErrorResume(down -> {
            log.warn("The catalogue does not tell its places: {}", down.toString());
            return Mono.just(List.of());
        });
    }
}
