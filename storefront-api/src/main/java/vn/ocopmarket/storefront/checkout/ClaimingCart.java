package vn.ocopmarket.storefront.checkout;

import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.cart.Cart;
import vn.ocopmarket.storefront.cart.Carts;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.AlreadyOrdered;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.CartUnknown;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.InProgress;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PaymentUnavailable;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PreparationRefused;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.orderend.CancellingOrder;

/**
 * Sees to it that a cart belongs to one checkout at a time. An order of it that still waits for its payment is given up for
 * the new one, so that a buyer is never blocked by stock that is held for the same cart.
 */
final class ClaimingCart {

    /** A claim without an order is that of a checkout between two steps, or what a crash left behind. */
    private static final Duration BETWEEN_STEPS = Duration.ofSeconds(10);

    private final Carts carts;
    private final OrderBook book;
    private final CancellingOrder cancelling;
    private final Clock clock;

    ClaimingCart(Carts carts, OrderBook book, CancellingOrder cancelling, Clock clock) {
        this.carts = carts;
        this.book = book;
        this.cancelling = cancelling;
        this.clock = clock;
    }

    /** What came of a claim. */
    sealed interface Claim {

        /** The cart, as it was before the claim. */
        record Claimed(Cart before) implements Claim {}

        record Refused(PreparationRefused why) implements Claim {}
    }

    Mono<Claim> claim(String cartId, String orderId) {
        return carts.claim(cartId, orderId, null)
                .<Claim>map(Claim.Claimed::new)
                .switchIfEmpty(Mono.defer(() -> carts.find(cartId).flatMap(cart -> takeOver(cart, orderId))))
                .defaultIfEmpty(new Claim.Refused(new CartUnknown()));
    }

    Mono<Void> unclaim(String cartId, String orderId) {
        return carts.unclaim(cartId, orderId);
    }

    private Mono<Claim> takeOver(Cart cart, String orderId) {
        var previous = cart.orderId();
        if (previous == null) {
            return inProgress();
        }
        return book.orders()
                .find(previous)
                .flatMap(other -> makeRoom(cart, other, orderId))
                .switchIfEmpty(Mono.defer(() -> isFresh(cart) ? inProgress() : claimFrom(cart, previous, orderId)));
    }

    private Mono<Claim> makeRoom(Cart cart, Order other, String orderId) {
        return switch (other.state()) {
            case PREPARING -> inProgress();
            case REFUSED, CANCELLED, EXPIRED -> claimFrom(cart, other.id(), orderId);
            case CONFIRMED, COMPLETED ->
                carts.ordered(cart.id(), other.id(), other.skus()).then(alreadyOrdered(other));
            case PLACED ->
                cancelling
                        .cancel(other.id(), "SUPERSEDED")
                        .flatMap(outcome -> switch (outcome) {
                            case OrderOutcome.Moved _ -> claimFrom(cart, other.id(), orderId);
                            case OrderOutcome.MoveRefused _,
                                    OrderOutcome.CodeMissing _,
                                    OrderOutcome.LotRecalled _,
                                    OrderOutcome.OrderUnknown _ -> alreadyOrdered(other);
                        })
                        .onErrorResume(_ -> refused(new PaymentUnavailable(other.id())));
        };
    }

    private Mono<Claim> claimFrom(Cart cart, String previous, String orderId) {
        return carts.claim(cart.id(), orderId, previous)
                .<Claim>map(Claim.Claimed::new)
                .switchIfEmpty(inProgress());
    }

    private Mono<Claim> alreadyOrdered(Order order) {
        return book.links().linkTo(order.id()).map(link -> new Claim.Refused(new AlreadyOrdered(order, link)));
    }

    private boolean isFresh(Cart cart) {
        return cart.touchedAt().isAfter(clock.instant().minus(BETWEEN_STEPS));
    }

    private static Mono<Claim> inProgress() {
        return refused(new InProgress());
    }

    private static Mono<Claim> refused(PreparationRefused why) {
        return Mono.just(new Claim.Refused(why));
    }
}
