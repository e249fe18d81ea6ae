package vn.ocopmarket.storefront.checkout.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.cart.JudgedCart;
import vn.ocopmarket.storefront.checkout.PlaceChoices.Choice;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.shipping.Quote;

/**
 * What the checkout page shows.
 *
 * @param key idempotency key of the next try
 * @param shipping fee for the chosen destination, or null while none is chosen
 * @param quote how it is sent and for how much, or null when it is not or nobody can tell
 * @param notices codes of the words that the law wants shown
 * @param savings what vouchers take off
 * @param transfers whether bank transfers are taken
 * @param wrong words for each wrong field
 * @param trouble what stood against the order, or null
 */
record CheckoutModel(
        CheckoutForm form,
        String key,
        JudgedCart cart,
        @Nullable Money shipping,
        @Nullable Quote quote,
        List<String> notices,
        Savings savings,
        List<Choice> provinces,
        List<Choice> communes,
        List<Location> pickups,
        boolean alcohol,
        boolean transfers,
        Map<String, String> wrong,
        @Nullable Trouble trouble) {

    private static final double GRAMS_OF_A_KILO = 1_000.0;

    /**
     * Why there is no order yet, in words.
     *
     * @param lines what is the matter with which line
     */
    record Trouble(String title, String detail, List<String> lines) {

        public Trouble {
            lines = List.copyOf(lines);
        }
    }

    /** What the fee was asked for, in kilos. */
    public double kilos() {
        return quote == null ? 0 : quote.grams() / GRAMS_OF_A_KILO;
    }

    /** What is still missing until goods worth enough are sent for nothing; nothing when that cannot be. */
    public Money untilFree() {
        return quote == null
                        || quote.fee().amount() == 0
                        || quote.freeFrom().amount() <= cart.total().amount()
                ? Money.ZERO
                : quote.freeFrom().minus(cart.total());
    }

    /**
     * What vouchers take off.
     *
     * @param trouble why one does not count, in words, or null
     */
    record Savings(List<Saving> each, Money total, @Nullable String trouble) {

        static final Savings NONE = new Savings(List.of(), Money.ZERO, null);
    }

    /** What one voucher takes off. */
    record Saving(String code, String name, Money amount) {}

    public List<Saving> offs() {
        return savings.each();
    }

    public @Nullable String voucherTrouble() {
        return savings.trouble();
    }

    /** Of the vouchers that count, with spaces between. */
    public String codes() {
        return savings.each().stream().map(Saving::code).collect(Collectors.joining(" "));
    }

    /** What it costs all in all, as far as that is known. */
    public Money total() {
        var goods = cart.total().minus(savings.total());
        return shipping == null ? goods : goods.plus(shipping);
    }
}
