package vn.ocopmarket.storefront.cart.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.ocopmarket.storefront.cart.CartOutcome.AgeUnknown;
import vn.ocopmarket.storefront.cart.CartOutcome.CartRefused;
import vn.ocopmarket.storefront.cart.CartOutcome.CartUnknown;
import vn.ocopmarket.storefront.cart.CartOutcome.NotPurchasable;
import vn.ocopmarket.storefront.cart.CartOutcome.QuantityRefused;
import vn.ocopmarket.storefront.cart.CartOutcome.SkuUnknown;
import vn.ocopmarket.storefront.cart.CartOutcome.TooManyLines;
import vn.ocopmarket.storefront.cart.CartOutcome.TooManyUnits;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.cart.LineProblem;
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.pages.Problem;

/** Why a cart was not changed, in words. */
final class CartProblems {

    private CartProblems() {}

    static Problem of(CartRefused refused, MessageSource messages, Locale locale) {
        return switch (refused) {
            case CartUnknown _ -> Problem.of("cart-not-found", 404);
            case SkuUnknown(var sku) -> Problem.of("sku-not-found", 404, sku).with("sku", sku);
            case AgeUnknown(var slug) -> Problem.of("age-unknown", 403).with("slug", slug);
            case NotPurchasable(var line) -> notPurchasable(line, messages, locale);
            case QuantityRefused(var most) ->
                Problem.of("invalid-request", 400)
                        .with(
                                "errors",
                                List.of(new InvalidField(
                                        "quantity",
                                        messages.getMessage("cart.quantity", new Object[] {most}, locale))));
            case TooManyUnits(var excess) ->
                Problem.of("quantity-limit", 409, excess.name(), excess.least(), excess.most())
                        .with("sku", excess.sku())
                        .with("quantity", excess.quantity())
                        .with("least", excess.least())
                        .with("most", excess.most());
            case TooManyLines(var most) -> Problem.of("cart-full", 409, most).with("most", most);
        };
    }

    private static Problem notPurchasable(JudgedLine line, MessageSource messages, Locale locale) {
        var reasons = CartView.reasons(line, messages, locale).stream()
                .filter(reason -> LineProblem.valueOf(reason.code()).preventsPurchase())
                .toList();
        var onlyStock =
                line.problems().stream().filter(LineProblem::preventsPurchase).allMatch(LineProblem::isStock);
        var lacking = line.problems().contains(LineProblem.LOT_RECALLED) ? "lot-recalled" : "insufficient-stock";
        var problem = onlyStock
                ? Problem.of(lacking, 409, line.available())
                : Problem.of("not-purchasable", 409, reasons.getFirst().message());
        return problem.with("sku", line.sku())
                .with("requested", line.line().quantity())
                .with("available", line.available())
                .with("reasons", reasons);
    }
}
