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
import vn.ocopmarket.storefront.payment.PaymentMethod;

/**
 * One conditional change of an order: it happens only while the order is in one of the states it leaves, and every state it
 * leaves must allow the one it enters.
 *
 * @param effects what the change writes, all at once
 * @param untold a detail that nothing told so far may have; null when that does not matter
 * @param settledOnly whether nothing may be left to be done about it
 */
public record OrderChange(
        Set<OrderState> from,
        Set<PaymentState> paymentFrom,
        Set<FulfillmentState> fulfillmentFrom,
        List<Effect> effects,
        @Nullable String untold,
        boolean settledOnly) {

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

        /** What the buyer puts into the text of a transfer. */
        record PayWith(String reference) implements Effect {}

        /** Another way to pay it. */
        record PayBy(PaymentMethod method) implements Effect {}

        /** When a worker is to look at it; null when nothing is left to do. */
        record Due(@Nullable Instant moment) implements Effect {}

        /** Its parcels are these from now on, if they were as in the revision before. */
        record Ship(Shipments parcels) implements Effect {}

        /** Whom and where the goods go to; the street is null when they are collected. */
        record Address(Contact contact, @Nullable String street) implements Effect {}

        /** When it is forgotten; null when it is kept. */
        record Forget(@Nullable Instant moment) implements Effect {}
    }

    /** A change that needs the order in one of these states. */
    public static OrderChange from(OrderState first, OrderState... others) {
        return new OrderChange(
                EnumSet.of(first, others),
                EnumSet.allOf(PaymentState.class),
                EnumSet.allOf(FulfillmentState.class),
                List.of(),
                null,
                false);
    }

    public OrderChange to(OrderState next) {
        demand(from, next);
        return with(new Effect.Enter(next));
    }

    /** Needs the payment in one of these states too, and moves it. */
    public OrderChange payment(Set<PaymentState> leaves, PaymentState next) {
        demand(leaves, next);
        return new OrderChange(from, leaves, fulfillmentFrom, and(new Effect.Enter(next)), untold, settledOnly);
    }

    /** Needs the goods in one of these states too, and moves them. */
    public OrderChange fulfillment(Set<FulfillmentState> leaves, FulfillmentState next) {
        demand(leaves, next);
        return new OrderChange(from, paymentFrom, leaves, and(new Effect.Enter(next)), untold, settledOnly);
    }

    /** Needs the goods in this state too, and leaves them in it. */
    public OrderChange whileGoodsAre(FulfillmentState state) {
        return new OrderChange(from, paymentFrom, Set.of(state), effects, untold, settledOnly);
    }

    /** Needs that nobody has anything left to do about it: whoever frees what it had may still be at it before. */
    public OrderChange whenSettled() {
        return new OrderChange(from, paymentFrom, fulfillmentFrom, effects, untold, true);
    }

    public OrderChange address(Contact contact, @Nullable String street) {
        return with(new Effect.Address(contact, street));
    }

    public OrderChange tell(Instant at, What what, @Nullable String detail) {
        return with(new Effect.Tell(new TimelineEntry(at, what, detail)));
    }

    /** Tells it unless something with this detail was told before. */
    public OrderChange tellOnce(Instant at, What what, String detail) {
        var tell = new Effect.Tell(new TimelineEntry(at, what, detail));
        return new OrderChange(from, paymentFrom, fulfillmentFrom, and(tell), detail, settledOnly);
    }

    public OrderChange takes(List<Take> now) {
        return with(new Effect.Has(List.copyOf(now)));
    }

    /** Needs the parcels as they were in the revision before these. */
    public OrderChange shipments(Shipments next) {
        return with(new Effect.Ship(next));
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

    public OrderChange payWith(String reference) {
        return with(new Effect.PayWith(reference));
    }

    public OrderChange payBy(PaymentMethod method) {
        return with(new Effect.PayBy(method));
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
        return new OrderChange(from, paymentFrom, fulfillmentFrom, and(effect), untold, settledOnly);
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
