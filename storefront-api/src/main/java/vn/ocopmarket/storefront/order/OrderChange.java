package vn.ocopmarket.storefront.order;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Preparation.Refusal;
import vn.ocopmarket.storefront.order.TimelineEntry.What;

/**
 * One conditional change of an order: it happens only while the order is in one of the states it leaves, and every state it
 * leaves must allow the one it enters.
 *
 * @param effects what the change writes, all at once
 */
public record OrderChange(
        Set<OrderState> from,
        Set<PaymentState> paymentFrom,
        Set<FulfillmentState> fulfillmentFrom,
        List<Effect> effects) {

    public OrderChange {
        from = Set.copyOf(from);
        paymentFrom = Set.copyOf(paymentFrom);
        fulfillmentFrom = Set.copyOf(fulfillmentFrom);
        effects = List.copyOf(effects);
    }

    /** One thing a change writes. */
    public sealed interface Effect {

        /** A state of one of the axes is entered. */
        record Enter(Axis<?> state) implements Effect {}

        /** Something is told to the buyer. */
        record Tell(TimelineEntry entry) implements Effect {}

        /** The stock it now has. */
        record Has(List<Take> takes) implements Effect {}

        /** Why it never became an order. */
        record Refuse(List<Refusal> refusals) implements Effect {}

        /** Until when its stock is held. */
        record HeldUntil(Instant moment) implements Effect {}

        /** Where the buyer pays. */
        record PayAt(String url) implements Effect {}

        /** When a worker is to look at it; null when nothing is left to do. */
        record Due(@Nullable Instant moment) implements Effect {}

        /** When it is forgotten; null when it is kept. */
        record Forget(@Nullable Instant moment) implements Effect {}
    }

    /** A change that needs the order in one of these states. */
    public static OrderChange from(OrderState first, OrderState... others) {
        return new OrderChange(
                EnumSet.of(first, others),
                EnumSet.allOf(PaymentState.class),
                EnumSet.allOf(FulfillmentState.class),
                List.of());
    }

    public OrderChange to(OrderState next) {
        demand(from, next);
        return with(new Effect.Enter(next));
    }

    /** Needs the payment in one of these states too, and moves it. */
    public OrderChange payment(Set<PaymentState> leaves, PaymentState next) {
        demand(leaves, next);
        return new OrderChange(from, leaves, fulfillmentFrom, and(new Effect.Enter(next)));
    }

    /** Needs the goods in one of these states too, and moves them. */
    public OrderChange fulfillment(Set<FulfillmentState> leaves, FulfillmentState next) {
        demand(leaves, next);
        return new OrderChange(from, paymentFrom, leaves, and(new Effect.Enter(next)));
    }

    public OrderChange tell(Instant at, What what, @Nullable String detail) {
        return with(new Effect.Tell(new TimelineEntry(at, what, detail)));
    }

    public OrderChange takes(List<Take> now) {
        return with(new Effect.Has(List.copyOf(now)));
    }

    public OrderChange refusals(List<Refusal> reasons) {
        return with(new Effect.Refuse(List.copyOf(reasons)));
    }

    public OrderChange heldUntil(Instant moment) {
        return with(new Effect.HeldUntil(moment));
    }

    public OrderChange payAt(String url) {
        return with(new Effect.PayAt(url));
    }

    /** When a worker is to look at it, if nobody has until then. */
    public OrderChange due(Instant moment) {
        return with(new Effect.Due(moment));
    }

    /** Nothing is left to be done. */
    public OrderChange settled() {
        return with(new Effect.Due(null));
    }

    /** Nobody was told of it, so it need not be kept for ever. */
    public OrderChange forgottenAt(Instant moment) {
        return with(new Effect.Forget(moment));
    }

    /** It is to be kept after all. */
    public OrderChange kept() {
        return with(new Effect.Forget(null));
    }

    private OrderChange with(Effect effect) {
        return new OrderChange(from, paymentFrom, fulfillmentFrom, and(effect));
    }

    private List<Effect> and(Effect effect) {
        return Stream.concat(effects.stream(), Stream.of(effect)).toList();
    }

    private static <S extends Axis<S>> void demand(Set<S> leaves, S next) {
        if (!leaves.stream().allMatch(state -> state.allowed().contains(next))) {
            throw new IllegalArgumentException("Nothing goes from each of %s to %s".formatted(leaves, next));
        }
    }
}
