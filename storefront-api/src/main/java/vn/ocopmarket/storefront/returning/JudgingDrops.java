package vn.ocopmarket.storefront.returning;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.returning.RequestOutcome.NotPossible;
import vn.ocopmarket.storefront.returning.RequestOutcome.TooMany;

/**
 * Judges whether units may be taken out of an order. An order stays one when little is left of it: what it must at least be
 * worth is asked when it is made. What contains alcohol may always be taken out, and whoever ordered it is asked for an
 * identity card no more when none is left.
 */
final class JudgingDrops {

    private JudgingDrops() {}

    /** Null when nothing stands against it. */
    static @Nullable RequestOutcome against(Asking asking, Map<String, Long> units, boolean byBuyer) {
        if (asking.droppable().isEmpty()) {
            return new NotPossible("PACKED");
        }
        if (units.isEmpty()) {
            return new NotPossible("NOTHING_CHOSEN");
        }
        for (var each : units.entrySet()) {
            var left = asking.left(each.getKey());
            if (each.getValue() < 1 || each.getValue() > left) {
                return new TooMany(each.getKey(), left);
            }
        }
        if (isEverything(asking, units)) {
            return new NotPossible("EVERYTHING");
        }
        return byBuyer && losesVoucher(asking, units) ? new NotPossible("VOUCHER") : null;
    }

    /** Then it is cancelled, which brings the delivery's money back too. */
    private static boolean isEverything(Asking asking, Map<String, Long> units) {
        var order = asking.order();
        var has = order.preparation().takes().stream().mapToLong(Take::quantity).sum();
        var waiting = order.skus().stream()
                .mapToLong(sku -> LookingAtOrders.waiting(order, asking.requests(), sku))
                .sum();
        return units.values().stream().mapToLong(Long::longValue).sum() >= has - waiting;
    }

    /** Of the goods that vouchers lowered too little would stay, and some. */
    private static boolean losesVoucher(Asking asking, Map<String, Long> units) {
        var stays = asking.order().kept().stream()
                .filter(line -> line.discount().amount().amount() > 0)
                .map(line -> line.unitPrice().times(line.quantity() - units.getOrDefault(line.sku(), 0L)))
                .reduce(Money.ZERO, Money::plus);
        return stays.amount() > 0 && stays.compareTo(asking.least()) < 0;
    }
}
