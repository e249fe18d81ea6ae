package vn.ocopmarket.storefront.checkout.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.payment.TakingPayment;
import vn.ocopmarket.storefront.shipping.Quote;

/** Gathers what the checkout page needs besides the form itself. */
@Component
class CheckoutModels {

    private static final Logger log = LoggerFactory.getLogger(CheckoutModels.class);

    private final PlaceChoices places;
    private final Locations locations;
    private final QuotingCheckout quoting;
    private final TakingPayment payments;
    private final ShowingVouchers vouchers;

    CheckoutModels(
            PlaceChoices places,
            Locations locations,
            QuotingCheckout quoting,
            TakingPayment payments,
            ShowingVouchers vouchers) {
        this.payments = payments;
        this.vouchers = vouchers;
        this.places = places;
        this.locations = locations;
        this.quoting = quoting;
    }

    /** Who looks at the page, and from where. */
    record Reader(Locale locale, String origin) {}

    /** What the page says besides the form; each as in {@link CheckoutModel}. */
    record Shown(
            String key, Map<String, String> wrong, @Nullable Trouble trouble, Reader reader) {}

    Mono<CheckoutModel> of(CheckoutForm form, JudgedCart cart, Shown shown) {
        var province = form.province() == null ? "" : form.province();
        return Mono.zip(
                        orNone(places.provinces().collectList()),
                        orNone(places.communes(province).collectList()),
                        locations.all().filter(Location::pickup).collectList(),
                        quote(form, cart),
                        vouchers.of(form, cart, shown.reader()))
                .map(found -> new CheckoutModel(
                        form,
                        shown.key(),
                        cart,
                        form.isPickup()
                                ? Money.ZERO
                                : found.getT4().map(Quote::fee).orElse(null),
                        found.getT4().orElse(null),
                        quoting.notices(cart),
                        found.getT5(),
                        found.getT1(),
                        found.getT2(),
                        found.getT3(),
                        quoting.hasAlcohol(cart),
                        payments.offers(PaymentMethod.BANK_TRANSFER),
                        shown.wrong(),
                        shown.trouble()));
    }

    /** Without a carrier's price nobody can order what is to be sent, but collecting still works. */
    private Mono<Optional<Quote>> quote(CheckoutForm form, JudgedCart cart) {
        var province = form.province();
        if (form.isPickup() || province == null || province.isBlank()) {
            return Mono.just(Optional.empty());
        }
        return quoting.shipping(province, form.commune() == null ? "" : form.commune(), cart.lines())
                .map(Optional::of)
                .onErrorResume(silent -> {
                    log.warn("Nobody tells what sending to {} costs: {}", province, silent.toString());
                    return Mono.just(Optional.empty());
                });
    }

    /** Without the catalogue nobody can choose an address, but collecting still works. */
    private static Mono<List<Choice>> orNone(Mono<List<Choice>> choices) {
        return choices.onErrorResume(down -> {
            log.warn("The catalogue does not tell its places: {}", down.toString());
            return Mono.just(List.of());
        });
    }
}
