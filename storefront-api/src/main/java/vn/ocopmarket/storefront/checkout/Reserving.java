package vn.ocopmarket.storefront.checkout;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.HoldOutcome;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Held;
import vn.ocopmarket.storefront.inventory.HoldOutcome.HoldRefused;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Shortage;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.promotion.RedeemingVouchers;
import vn.ocopmarket.storefront.promotion.RedeemingVouchers.Wish;
import vn.ocopmarket.storefront.promotion.Redemption.NotRedeemed;
import vn.ocopmarket.storefront.promotion.Redemption.Redeemed;
import vn.ocopmarket.storefront.promotion.VoucherRefusal;

/**
 * Takes what an order needs, its vouchers first and then its stock. The order is written down before, with all of it, so that
 * whoever finds it after a crash can give it back; every step may be repeated. What an order has that is refused the rest is
 * given back after that is written down: two may be at work on the same order, and only one of them decides.
 */
record Reserving(HoldingStock stock, RedeemingVouchers vouchers) {

    /** What came of it. */
    sealed interface Reserved {

        /** The order has everything. */
        record All(List<Take> takes) implements Reserved {}

        /** It has no stock, but maybe other vouchers. */
        record NoVoucher(VoucherRefusal why) implements Reserved {}

        /** It has no stock, but its vouchers. */
        record NoStock(List<Shortage> shortages) implements Reserved {}
    }

    /** For an order that was just written down: until a moment, or for good when it is paid on delivery. */
    Mono<Reserved> begin(Order order, Instant until) {
        var lines = order.stockLines();
        return reserve(
                order,
                false,
                () -> order.method() == PaymentMethod.CASH_ON_DELIVERY
                        ? stock.allocate(order.id(), lines, pickupLocation(order), List.of())
                        : stock.hold(order.id(), lines, pickupLocation(order), until));
    }

    /** For an order that was paid; what ran out meanwhile is taken again if there is some. */
    Mono<Reserved> keep(Order order) {
        var held = order.preparation().takes();
        return reserve(order, true, () -> stock.allocate(order.id(), order.stockLines(), pickupLocation(order), held));
    }

    /** Gives back whatever the order has. */
    Mono<Void> release(Order order) {
        return stock.release(order.id(), order.skus()).then(Mono.defer(() -> releaseVouchers(order)));
    }

    /** Asks nobody when it has none. */
    Mono<Void> releaseVouchers(Order order) {
        return vouchers.release(order.id(), order.totals().vouchers());
    }

    private Mono<Reserved> reserve(Order order, boolean promised, Supplier<Mono<HoldOutcome>> taking) {
        return vouchers.redeem(wish(order, promised)).flatMap(redemption -> switch (redemption) {
            case NotRedeemed(var why) -> Mono.just(new Reserved.NoVoucher(why));
            case Redeemed _ ->
                taking.get().map(taken -> switch (taken) {
                    case Held(var takes) -> new Reserved.All(takes);
                    case HoldRefused(var shortages) -> new Reserved.NoStock(shortages);
                });
        });
    }

    private static Wish wish(Order order, boolean promised) {
        var parts = order.totals().discounts().stream()
                .map(discount -> new Wish.Part(discount.code(), discount.amount()))
                .toList();
        return new Wish(order.id(), order.contact().phone(), parts, promised);
    }

    /** The only location an order takes stock from, or null when it is sent. */
    private static @Nullable String pickupLocation(Order order) {
        return order.delivery() instanceof Delivery.Pickup pickup ? pickup.locationId() : null;
    }
}
