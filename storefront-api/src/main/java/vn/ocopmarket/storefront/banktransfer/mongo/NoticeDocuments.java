package vn.ocopmarket.storefront.banktransfer.mongo;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.banktransfer.BankNotices.Kept;
import vn.ocopmarket.storefront.banktransfer.domain.BankNotice;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Booked;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Kind;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Matched;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Reason;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Received;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Returned;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Unmatched;

/** Notices as documents and back. */
final class NoticeDocuments {

    static final String STATE = "state";

    private NoticeDocuments() {}

    static Document toDocument(BankNotice notice, Instant receivedAt) {
        return new Document("_id", notice.id())
                .append("account", notice.account())
                .append("amount", notice.amount().amount())
                .append("text", notice.text())
                .append("bookedAt", Date.from(notice.bookedAt()))
                .append("receivedAt", Date.from(receivedAt))
                .append(STATE, toDocument(new Received()));
    }

    static Document toDocument(NoticeState state) {
        var document = new Document("kind", state.kind().name());
        return switch (state) {
            case Received _ -> document;
            case Matched(var orderId, var by) ->
                document.append("orderId", orderId).append("by", by);
            case Booked(var orderId, var by, var fit) ->
                document.append("orderId", orderId).append("by", by).append("fit", fit);
            case Unmatched(var reason) -> document.append("reason", reason.name());
            case Returned(var number, var by, var at) ->
                document.append("number", number).append("by", by).append("at", Date.from(at));
        };
    }

    static Kept toKept(Document document) {
        return new Kept(
                new BankNotice(
                        document.getString("_id"),
                        document.getString("account"),
                        Money.dong(document.getLong("amount")),
                        document.getString("text"),
                        document.getDate("bookedAt").toInstant()),
                toState(document.get(STATE, new Document())),
                document.getDate("receivedAt").toInstant());
    }

    private static NoticeState toState(Document state) {
        return switch (Kind.valueOf(state.getString("kind"))) {
            case RECEIVED -> new Received();
            case MATCHED -> new Matched(state.getString("orderId"), state.getString("by"));
            case BOOKED -> new Booked(state.getString("orderId"), state.getString("by"), state.getString("fit"));
            case UNMATCHED -> new Unmatched(Reason.valueOf(state.getString("reason")));
            case RETURNED ->
                new Returned(
                        state.getString("number"),
                        state.getString("by"),
                        state.getDate("at").toInstant());
        };
    }
}
