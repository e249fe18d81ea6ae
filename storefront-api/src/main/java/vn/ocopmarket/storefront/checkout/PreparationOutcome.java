package vn.ocopmarket.storefront.checkout;

import java.util.List;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.cart.UnitLimits.Excess;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Preparation.Refusal;
import vn.ocopmarket.storefront.promotion.VoucherRefusal;

/** What came of preparing a checkout. */
public sealed interface PreparationOutcome {

    /**
     * There is an order.
     *
     * @param trackingUrl the signed link to follow it by
     * @param replayed whether it was made by an earlier request under the same key
     */
    record Prepared(Order order, String trackingUrl, boolean replayed) implements PreparationOutcome {}

    /** There is none, and nothing is held. */
    sealed interface PreparationRefused extends PreparationOutcome {}

    /** The key was used for another request. */
    record KeyReused() implements PreparationRefused {}

    record CartUnknown() implements PreparationRefused {}

    record CartEmpty() implements PreparationRefused {}

    /** The cart has been ordered: here is the order. */
    record AlreadyOrdered(Order order, String trackingUrl) implements PreparationRefused {}

    /** Another checkout of this cart is at it right now. */
    record InProgress() implements PreparationRefused {}

    /** Fields that cannot be right; the codes are words of {@code checkout.field.*} in the bundles. */
    record FieldsRefused(List<Field> fields) implements PreparationRefused {

        public FieldsRefused {
            fields = List.copyOf(fields);
        }

        /** One field by its path in the request. */
        public record Field(String path, String code) {}
    }

    /** A price, the stock or a certificate changed; every line that matters says what. */
    record Changed(List<JudgedLine> lines, Money goods, Money total) implements PreparationRefused {

        public Changed {
            lines = List.copyOf(lines);
        }
    }

    /** Somebody else took the stock meanwhile. */
    record StockGone(List<Refusal> refusals, boolean replayed) implements PreparationRefused {

        public StockGone {
            refusals = List.copyOf(refusals);
        }
    }

    /** A voucher does not count, so nothing is ordered without it. */
    record VoucherRefused(VoucherRefusal why, boolean replayed) implements PreparationRefused {}

    /** Drinks with alcohol are not sold for cash. */
    record CashRefused(List<String> skus) implements PreparationRefused {

        public CashRefused {
            skus = List.copyOf(skus);
        }
    }

    /** The buyer has to confirm something first. */
    record ConfirmationMissing(String confirmation) implements PreparationRefused {}

    /** Who buys is too young for some of it. */
    record BuyerUnderAge(List<String> skus) implements PreparationRefused {

        public BuyerUnderAge {
            skus = List.copyOf(skus);
        }
    }

    /** One order holds goods worth so much. */
    record OrderOutOfLimits(Money goods, Money least, Money most) implements PreparationRefused {}

    /** One order holds so many units of it, or of all goods of its kind. */
    record QuantityOutOfLimits(Excess excess) implements PreparationRefused {}

    /** Nobody could tell what sending it there costs; the same request may be sent again. */
    record DeliveryUnpriced() implements PreparationRefused {}

    /** Orders cannot be paid that way here. */
    record MethodNotOffered() implements PreparationRefused {}

    /** That way takes amounts of this range only. */
    record AmountRefused(Money least, Money most) implements PreparationRefused {}

    /** The payment provider does not answer: nothing was charged; the same request may be sent again. */
    record PaymentUnavailable(String orderId) implements PreparationRefused {}
}
