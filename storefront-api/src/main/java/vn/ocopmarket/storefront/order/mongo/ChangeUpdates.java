package vn.ocopmarket.storefront.order.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.ocopmarket.storefront.order.Axis;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderChange.Effect;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.TimelineEntry.What;

/** A change of an order as one update, and the condition under which it happens. */
final class ChangeUpdates {

    /** Whether some money was given back since a parcel came back. */
    static final String REFUNDED_SINCE = "refundedSinceReturn";

    private ChangeUpdates() {}

    static Bson filter(String id, OrderChange change) {
        var conditions = new ArrayList<Bson>();
        conditions.add(eq("_id", id));
        conditions.add(in("state", names(change.from())));
        conditions.add(in("payment", names(change.paymentFrom())));
        conditions.add(in("fulfillment", names(change.fulfillmentFrom())));
        if (change.untold() != null) {
            conditions.add(ne("timeline.detail", change.untold()));
        }
        if (change.settledOnly()) {
            conditions.add(exists("due", false));
        }
        for (var effect : change.effects()) {
            if (effect instanceof Effect.Ship(var parcels)) {
                conditions.add(ParcelDocuments.before(parcels));
            }
        }
        return and(conditions);
    }

    static Bson update(OrderChange change) {
        var updates = new ArrayList<Bson>();
        var told = new ArrayList<Document>();
        for (var effect : change.effects()) {
            if (effect instanceof Effect.Tell(var entry)) {
                told.add(OrderDocuments.document(entry));
                updates.add(refunded(entry.what()));
            }
            updates.add(update(effect));
        }
        updates.add(pushEach("timeline", told));
        if (!told.isEmpty()) {
            updates.add(set(MongoOrderNews.DUE, told.getFirst().getDate("at")));
            if (MongoOrdersToEnter.beginsWith(change)) {
                // What waits already goes on waiting since then: its month must not be closed without it.
                updates.add(min(MongoOrdersToEnter.SINCE, told.getFirst().getDate("at")));
            }
        }
        updates.add(inc("version", 1L));
        return combine(updates);
    }

    /** Kept apart from the timeline, so that orders that wait for a refund are found by a query. */
    private static Bson refunded(What what) {
        if (what == What.RETURNED) {
            return unset(REFUNDED_SINCE);
        }
        return what == What.REFUNDED_IN_PART ? set(REFUNDED_SINCE, true) : combine();
    }

    private static Bson update(Effect effect) {
        return switch (effect) {
            case Effect.Enter(var state) -> set(field(state), state.toString());
            // One update pushes to the timeline once, so what is told is collected outside.
            case Effect.Tell _ -> combine();
            case Effect.Has(var takes) ->
                set(
                        "preparation.takes",
                        takes.stream().map(TakeDocuments::document).toList());
            case Effect.Refuse(var refusals) ->
                set(
                        "preparation.refusals",
                        refusals.stream().map(PreparationDocuments::document).toList());
            case Effect.HeldUntil(var moment) -> set("preparation.holdExpiresAt", Date.from(moment));
            case Effect.PayAt(var url) -> combine(set("preparation.redirectUrl", url), unset("preparation.reference"));
            case Effect.PayWith(var reference) ->
                combine(set("preparation.reference", reference), unset("preparation.redirectUrl"));
            case Effect.Ship(var parcels) -> set(ParcelDocuments.FIELD, ParcelDocuments.document(parcels));
            case Effect.Address(var contact, var street) ->
                combine(
                        set("contact", OrderDocuments.document(contact)),
                        set(OrderDocuments.PHONE_TAIL, OrderDocuments.tail(contact.phone())),
                        street == null ? combine() : set("delivery.street", street));
            case Effect.PayBy(var method) -> set("method", method.name());
            case Effect.Forget(var moment) ->
                moment == null ? unset(MongoOrders.FORGET_AT) : set(MongoOrders.FORGET_AT, Date.from(moment));
            case Effect.Due(var moment) -> moment == null ? unset("due") : set("due", Date.from(moment));
        };
    }

    private static String field(Axis<?> state) {
        return switch (state) {
            case OrderState _ -> "state";
            case PaymentState _ -> "payment";
            case FulfillmentState _ -> "fulfillment";
        };
    }

    static List<String> names(Collection<? extends Enum<?>> states) {
        return states.stream().<String>map(Enum::name).toList();
    }
}
