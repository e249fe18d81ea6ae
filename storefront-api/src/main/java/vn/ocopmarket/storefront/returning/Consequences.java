package vn.ocopmarket.storefront.returning;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome.MovementRefused;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.inventory.SetAside;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.orderend.CancellingOrder;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.Reception;
import vn.ocopmarket.storefront.returning.domain.Reception.Condition;
import vn.ocopmarket.storefront.returning.domain.RequestState;

/**
 * What follows from each state of a request: the letter, the goods to their place, the money back. Everything here is under
 * an id that comes from the request's, so that it may be repeated.
 */
final class Consequences {

    private final MovingStock stock;
    private final PayingBack paying;
    private final CancellingOrder cancelling;
    private final CarryingOutDrops drops;
    private final RequestLetters letters;
    private final Clock clock;

    Consequences(
            MovingStock stock,
            PayingBack paying,
            CancellingOrder cancelling,
            CarryingOutDrops drops,
            RequestLetters letters,
            Clock clock) {
        this.stock = stock;
        this.paying = paying;
        this.cancelling = cancelling;
        this.drops = drops;
        this.letters = letters;
        this.clock = clock;
    }

    /** How it goes on. */
    sealed interface Next {

        /** All is done until somebody takes the next step. */
        record Settled() implements Next {}

        /** Somebody has to look at it. */
        record Stuck(String trouble) implements Next {}

        /** It goes on by itself. */
        record Follows(RequestState state, @Nullable String words) implements Next {}
    }

    /** Never empty; an error means that it is to be tried again. */
    Mono<Next> of(BuyerRequest request) {
        return switch (request.state()) {
            case RECEIVED -> putAway(request).switchIfEmpty(Mono.defer(() -> payBack(request)));
            case APPROVED ->
                switch (request.kind()) {
                    case RETURN -> tell(request);
                    case CANCEL -> cancel(request);
                    case DROP -> drops.carryOut(request);
                };
            case ASKED, REFUSED, PARTLY_REFUNDED, REFUNDED, CANCELLED, DROPPED -> tell(request);
            case WITHDRAWN -> Mono.just(new Next.Settled());
        };
    }

    private Mono<Next> tell(BuyerRequest request) {
        return letters.send(request).thenReturn(new Next.Settled());
    }

    /** Empty when everything lies where it belongs. */
    private Mono<Next> putAway(BuyerRequest request) {
        var reception = request.receptions().getLast();
        return Flux.fromStream(Arrays.stream(Condition.values()).filter(Condition::entersStock))
                .concatMap(condition -> Mono.justOrEmpty(movement(request, reception, condition)))
                .concatMap(stock::move)
                .ofType(MovementRefused.class)
                .next()
                .map(_ -> new Next.Stuck("STOCK"));
    }

    private Optional<Movement> movement(BuyerRequest request, Reception reception, Condition condition) {
        var lines = reception.parts().stream()
                .filter(part -> part.condition() == condition)
                .map(part -> new Movement.Line(
                        part.sku(),
                        part.lot(),
                        Ownership.orConsigned(part.ownership()),
                        part.bestBefore(),
                        part.units()))
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Movement(
                id(request) + ":" + condition,
                Movement.Kind.RETURN,
                place(condition, reception.locationId()),
                null,
                lines,
                request.decidedBy(),
                request.number(),
                clock.instant()));
    }

    /** What was received last has an id of its own. */
    private static String id(BuyerRequest request) {
        return id(request, request.receptions().size());
    }

    /** Of the parcel that was received as the first, the second, and so on; of its movements and of its refund. */
    static String id(BuyerRequest request, int parcel) {
        return "return:" + request.id() + (parcel > 1 ? "." + parcel : "");
    }

    /** Where a request is once the money for what came last, or for what was taken out, is on its way. */
    static RequestState afterRefund(BuyerRequest request) {
        if (request.kind() == BuyerRequest.Kind.DROP) {
            return RequestState.DROPPED;
        }
        return request.isWhole() ? RequestState.REFUNDED : RequestState.PARTLY_REFUNDED;
    }

    private static String place(Condition condition, String locationId) {
        return switch (condition) {
            case RESELLABLE, KEPT -> locationId;
            case DAMAGED -> SetAside.DAMAGED.at(locationId);
            case RECALLED -> SetAside.RECALLED.at(locationId);
            case PAST_DATE -> SetAside.PAST_DATE.at(locationId);
        };
    }

    private Mono<Next> payBack(BuyerRequest request) {
        return paying.pay(request, new Next.Follows(afterRefund(request), request.lastWords()));
    }

    private Mono<Next> cancel(BuyerRequest request) {
        return cancelling.cancelBeforeItLeaves(request.orderId(), "BUYER").map(outcome -> switch (outcome) {
            case OrderOutcome.Moved _ -> new Next.Follows(RequestState.CANCELLED, null);
            // The goods had left before they could be stopped.
            case OrderOutcome.MoveRefused _,
                    OrderOutcome.CodeMissing _,
                    OrderOutcome.LotRecalled _,
                    OrderOutcome.OrderUnknown _ -> new Next.Follows(RequestState.REFUSED, null);
        });
    }
}
