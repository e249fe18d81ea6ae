package vn.ocopmarket.storefront.cart.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.cart.JudgedCart;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.cart.LineProblem;

/** A cart as programs see it. */
record CartView(String id, List<LineView> lines, Money total, boolean purchasable) {

    /** A line with what can be said of it now. */
    record LineView(
            String sku,
            @Nullable String productId,
            @Nullable String slug,
            @Nullable String name,
            @Nullable String label,
            @Nullable String image,
            long quantity,
            @Nullable Money price,
            Money priceWhenAdded,
            Money total,
            long available,
            boolean purchasable,
            List<ReasonView> reasons) {}

    /**
     * Why, as a code and in words.
     *
     * @param remedy what the buyer can do, or null
     */
    record ReasonView(String code, String message, @Nullable String remedy) {}

    static CartView empty(String id) {
        return new CartView(id, List.of(), Money.ZERO, false);
    }

    static CartView of(JudgedCart cart, MessageSource messages, Locale locale) {
        var lines =
                cart.lines().stream().map(line -> line(line, messages, locale)).toList();
        return new CartView(cart.id(), lines, cart.total(), cart.purchasable());
    }

    static LineView line(JudgedLine judged, MessageSource messages, Locale locale) {
        var product = judged.product();
        var variant = judged.variant();
        var image = product == null || product.media().isEmpty()
                ? null
                : product.media().getFirst().url();
        return new LineView(
                judged.sku(),
                product == null ? null : product.id(),
                product == null ? null : product.slug(),
                product == null ? null : product.name(),
                variant == null ? null : variant.label(),
                image,
                judged.line().quantity(),
                judged.price(),
                judged.line().priceWhenAdded(),
                judged.total(),
                judged.available(),
                judged.purchasable(),
                reasons(judged, messages, locale));
    }

    static List<ReasonView> reasons(JudgedLine judged, MessageSource messages, Locale locale) {
        return judged.problems().stream()
                .map(problem -> new ReasonView(
                        problem.name(),
                        messages.getMessage(problem.messageKey(), new Object[] {judged.available()}, locale),
                        remedy(problem, messages, locale)))
                .toList();
    }

    private static @Nullable String remedy(LineProblem problem, MessageSource messages, Locale locale) {
        var key = problem.remedyKey();
        return key == null ? null : messages.getMessage(key, null, locale);
    }
}
