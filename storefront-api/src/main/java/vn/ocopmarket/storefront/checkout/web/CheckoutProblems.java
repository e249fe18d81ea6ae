package vn.ocopmarket.storefront.checkout.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.cart.LineProblem;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.AlreadyOrdered;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.AmountRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.BuyerUnderAge;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.CartEmpty;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.CartUnknown;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.CashRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Changed;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.ConfirmationMissing;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.DeliveryUnpriced;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.FieldsRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.InProgress;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.KeyReused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.MethodNotOffered;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.OrderOutOfLimits;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PaymentUnavailable;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PreparationRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.QuantityOutOfLimits;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.StockGone;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.VoucherRefused;
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.promotion.VoucherRefusal;

/** Why there is no order, in words. */
final class CheckoutProblems {

    private CheckoutProblems() {}

    static Problem of(PreparationRefused refused, MessageSource messages, Locale locale) {
        return switch (refused) {
            case KeyReused _ -> Problem.of("idempotency-key-reused", 422);
            case CartUnknown _ -> Problem.of("cart-not-found", 404);
            case CartEmpty _ -> Problem.of("cart-empty", 409);
            case AlreadyOrdered(var order, var link) ->
                Problem.of("already-ordered", 409, order.number()).with("trackingUrl", link);
            case InProgress _ -> Problem.of("checkout-in-progress", 409).header("Retry-After", "2");
            case FieldsRefused(var fields) ->
                Problem.of("invalid-request", 400)
                        .with(
                                "errors",
                                fields.stream()
                                        .map(field -> new InvalidField(
                                                field.path(),
                                                messages.getMessage("checkout.field." + field.code(), null, locale)))
                                        .toList());
            case Changed changed -> changed(changed, messages, locale);
            case StockGone gone -> gone(gone, messages, locale);
            case VoucherRefused(var why, var replayed) -> refused(why, replayed, messages, locale);
            case CashRefused(var skus) -> Problem.of("cash-not-allowed", 409).with("skus", skus);
            case ConfirmationMissing(var confirmation) ->
                Problem.of("confirmation-required", 409).with("confirmation", confirmation);
            case MethodNotOffered _ -> Problem.of("method-not-offered", 409);
            case AmountRefused(var least, var most) ->
                Problem.of("amount-not-payable", 409, least.amount(), most.amount())
                        .with("least", least)
                        .with("most", most);
            case BuyerUnderAge(var skus) -> Problem.of("buyer-under-age", 403).with("skus", skus);
            case OrderOutOfLimits(var goods, var least, var most) ->
                Problem.of("order-limit", 409, least.amount(), most.amount())
                        .with("goods", goods)
                        .with("least", least)
                        .with("most", most);
            case QuantityOutOfLimits(var excess) ->
                Problem.of("quantity-limit", 409, excess.name(), excess.least(), excess.most())
                        .with("sku", excess.sku())
                        .with("quantity", excess.quantity())
                        .with("least", excess.least())
                        .with("most", excess.most());
            case DeliveryUnpriced _ -> Problem.of("delivery-unpriced", 503).header("Retry-After", "30");
            case PaymentUnavailable _ -> Problem.of("payment-unavailable", 503).header("Retry-After", "30");
        };
    }

    private static Problem refused(VoucherRefusal why, boolean replayed, MessageSource messages, Locale locale) {
        var problem = refused(why, messages, locale);
        return replayed ? problem.header("Idempotent-Replayed", "true") : problem;
    }

    /** Names the voucher and says why it does not count. */
    static Problem refused(VoucherRefusal why, MessageSource messages, Locale locale) {
        var problem = Problem.of("voucher-refused", 409, words(why, messages, locale))
                .with("voucher", why.code())
                .with("reason", why.why());
        return why.minimum() == null ? problem : problem.with("minimum", why.minimum());
    }

    static String words(VoucherRefusal why, MessageSource messages, Locale locale) {
        return messages.getMessage(why.messageKey(), why.arguments(), locale);
    }

    static Problem keyMissing() {
        return Problem.of("idempotency-key-required", 400);
    }

    /** A field that has no meaning as it is. */
    static Problem invalid(String field) {
        return Problem.of("invalid-request", 400).with("errors", List.of(new InvalidField(field, field)));
    }

    private static Problem changed(Changed changed, MessageSource messages, Locale locale) {
        var lines = changed.lines().stream()
                .filter(line -> !line.problems().isEmpty())
                .map(line -> line(line, messages, locale))
                .toList();
        return Problem.of("checkout-changed", 409)
                .with("lines", lines)
                .with("goods", changed.goods())
                .with("total", changed.total());
    }

    private static Map<String, Object> line(JudgedLine line, MessageSource messages, Locale locale) {
        var view = new TreeMap<String, Object>();
        view.put("sku", line.sku());
        view.put("available", line.available());
        view.put("priceWhenAdded", line.line().priceWhenAdded());
        if (line.price() != null) {
            view.put("price", line.price());
        }
        view.put(
                "reasons",
                line.problems().stream()
                        .map(problem -> reason(problem, line.available(), messages, locale))
                        .toList());
        return view;
    }

    private static Problem gone(StockGone gone, MessageSource messages, Locale locale) {
        var lines = gone.refusals().stream()
                .map(refusal -> Map.of(
                        "sku",
                        refusal.sku(),
                        "available",
                        refusal.available(),
                        "reasons",
                        List.of(reason(
                                LineProblem.ofStock(refusal.available(), refusal.forRecall()),
                                refusal.available(),
                                messages,
                                locale))))
                .toList();
        var first = gone.refusals().getFirst();
        var problem = Problem.of(first.forRecall() ? "lot-recalled" : "insufficient-stock", 409, first.available())
                .with("sku", first.sku())
                .with("available", first.available())
                .with("lines", lines);
        return gone.replayed() ? problem.header("Idempotent-Replayed", "true") : problem;
    }

    private static Map<String, String> reason(
            LineProblem problem, long available, MessageSource messages, Locale locale) {
        var view = new TreeMap<String, String>();
        view.put("code", problem.name());
        view.put("message", messages.getMessage(problem.messageKey(), new Object[] {available}, locale));
        if (problem.remedyKey() instanceof String remedy) {
            view.put("remedy", messages.getMessage(remedy, null, locale));
        }
        return view;
    }
}
