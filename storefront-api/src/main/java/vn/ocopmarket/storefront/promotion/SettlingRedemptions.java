package vn.ocopmarket.storefront.promotion;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.promotion.OrdersWithVouchers.Standing;
import vn.ocopmarket.storefront.promotion.Redemptions.Open;

/**
 * Lets open claims follow their orders: those of confirmed orders are recorded and leave the voucher's document, those of
 * orders that came to nothing are given back. It asks what is so now, so it heals whatever a crash left, and may run anywhere
 * and at the same time.
 */
public final class SettlingRedemptions {

    /** Longer than any request that claims can still be at it. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private static final int ORDERS_AT_ONCE = 200;

    private final Redemptions redemptions;
    private final RedeemingVouchers redeeming;
    private final OrdersWithVouchers orders;
    private final Clock clock;

    SettlingRedemptions(Redemptions redemptions, RedeemingVouchers redeeming, OrdersWithVouchers orders, Clock clock) {
        this.redemptions = redemptions;
        this.redeeming = redeeming;
        this.orders = orders;
        this.clock = clock;
    }

    /** Looks once at all open claims that are not young any more; gives how many of them are settled. */
    public Mono<Long> settle() {
        return Flux.defer(() -> redemptions.openBefore(clock.instant().minus(YOUNG)))
                .buffer(ORDERS_AT_ONCE)
                .concatMap(this::settle)
                .filter(settled -> settled)
                .count();
    }

    private Flux<Boolean> settle(List<Open> claims) {
        var ids = claims.stream().map(open -> open.claim().orderId()).distinct().toList();
        return orders.standing(ids)
                .flatMapMany(standing -> Flux.fromIterable(claims).concatMap(open -> settle(open, standing)));
    }

    private Mono<Boolean> settle(Open open, Map<String, Standing> standing) {
        return switch (standing.getOrDefault(open.claim().orderId(), Standing.ENDED)) {
            case WAITING -> Mono.just(false);
            case CONFIRMED -> redeeming.record(open).thenReturn(true);
            case ENDED -> redeeming.giveUp(open);
        };
    }
}
