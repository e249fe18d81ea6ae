package vn.ocopmarket.storefront.checkout;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.storefront.cart.JudgedCart;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.shipping.Quote;
import vn.ocopmarket.storefront.shipping.QuotingShipping;

/** Says what a checkout would cost before anybody orders, and what it would ask of the buyer. */
public final class QuotingCheckout {

    private final QuotingShipping shipping;

    QuotingCheckout(QuotingShipping shipping) {
        this.shipping = shipping;
    }

    /** A delivery with what it costs, tax included. */
    record Charged(Delivery delivery, Money fee) {}

    /** Nobody could tell what sending costs. */
    static final class Unpriced extends RuntimeException {

        Unpriced(Throwable cause) {
            super("The carrier does not tell its price", cause);
        }
    }

    /**
     * What sending the lines that can be bought costs today. Never empty; an error when nobody can tell.
     *
     * @param communeCode empty while it is not known
     */
    public Mono<Quote> shipping(String provinceCode, String communeCode, List<JudgedLine> lines) {
        var sent = lines.stream().filter(JudgedLine::purchasable).toList();
        var goods = sent.stream().map(JudgedLine::total).reduce(Money.ZERO, Money::plus);
        var items = sent.stream().map(QuotingCheckout::item).toList();
        return shipping.quote(items, new QuotingShipping.Destination(provinceCode, communeCode), goods);
    }

    /** Never empty; fails with {@link Unpriced} when nobody can tell. */
    Mono<Charged> charge(Delivery delivery, List<JudgedLine> lines) {
        return switch (delivery) {
            case Delivery.Pickup _ -> Mono.just(new Charged(delivery, Money.ZERO));
            case Delivery.Ship ship ->
                shipping(ship.provinceCode(), ship.communeCode(), lines)
                        .map(quote -> new Charged(ship.with(sending(quote)), quote.fee()))
                        .onErrorMap(Unpriced::new);
        };
    }

    /** Whether something in the cart may be sold to adults only, and never for cash. */
    public boolean hasAlcohol(JudgedCart cart) {
        return cart.lines().stream().filter(JudgedLine::purchasable).anyMatch(SaleRules::isAlcohol);
    }

    /** Codes of the words that the law wants shown beside what is in the cart, each once. */
    public List<String> notices(JudgedCart cart) {
        return cart.lines().stream()
                .map(JudgedLine::product)
                .filter(Objects::nonNull)
                .flatMap(product -> product.notices().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static QuotingShipping.Item item(JudgedLine line) {
        var variant = Objects.requireNonNull(line.variant());
        return new QuotingShipping.Item(descriptions(variant), line.line().quantity());
    }

    private static List<String> descriptions(Variant variant) {
        return Stream.of(variant.netWeight(), variant.label())
                .filter(Objects::nonNull)
                .toList();
    }

    private static Delivery.Sending sending(Quote quote) {
        return new Delivery.Sending(quote.carrier(), quote.zone(), quote.grams());
    }
}
