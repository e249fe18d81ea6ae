package vn.ocopmarket.storefront.payment.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.Payment;
import vn.ocopmarket.storefront.payment.domain.PaymentState;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Ended;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Kind;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Open;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Starting;
import vn.ocopmarket.storefront.payment.domain.PaymentTerms;
import vn.ocopmarket.storefront.payment.domain.Receipt;
import vn.ocopmarket.storefront.payment.domain.Refund;
import vn.ocopmarket.storefront.payment.domain.Schedule;

/** Payments as documents and back. */
final class PaymentDocuments {

    static final String ID = "_id";
    static final String VERSION = "version";
    static final String STATE = "state";
    static final String KIND = "kind";
    static final String DUE_AT = "dueAt";

    private PaymentDocuments() {}

    static Document toDocument(Payment payment) {
        var terms = payment.terms();
        var document = new Document(ID, terms.orderId())
                .append("orderNumber", terms.orderNumber())
                .append("amount", terms.amount().amount())
                .append("successUrl", terms.successUrl())
                .append("cancelUrl", terms.cancelUrl())
                .append("deadline", Date.from(terms.deadline()))
                .append("locale", terms.locale().toLanguageTag())
                .append(STATE, toDocument(payment.state()))
                .append(
                        "receipts",
                        payment.receipts().stream()
                                .map(PaymentDocuments::toDocument)
                                .toList())
                .append(
                        "refunds",
                        payment.refunds().stream()
                                .map(PaymentDocuments::toDocument)
                                .toList())
                .append("tries", payment.schedule().tries())
                .append(VERSION, payment.version());
        putIfPresent(document, "email", terms.email());
        putIfPresent(
                document, "news", payment.news() == null ? null : payment.news().name());
        var dueAt = payment.schedule().dueAt();
        putIfPresent(document, DUE_AT, dueAt == null ? null : Date.from(dueAt));
        return document;
    }

    private static Document toDocument(PaymentState state) {
        var document = new Document(KIND, state.kind().name());
        return switch (state) {
            case Starting(var attempt, var key, var expiresAt) ->
                document.append("attempt", attempt).append("key", key).append("sessionExpiresAt", Date.from(expiresAt));
            case Open(var sessionId, var url) ->
                document.append("sessionId", sessionId).append("url", url);
            case Paid(var sessionId, var intentId, var at) ->
                document.append("sessionId", sessionId)
                        .append("intentId", intentId)
                        .append("at", Date.from(at));
            case Ended(var reason, var at) -> document.append("reason", reason).append("at", Date.from(at));
        };
    }

    private static Document toDocument(Receipt receipt) {
        return new Document("intentId", receipt.intentId())
                .append("amount", receipt.amount().amount())
                .append("at", Date.from(receipt.at()));
    }

    private static Document toDocument(Refund refund) {
        var document = new Document("id", refund.id())
                .append("intentId", refund.intentId())
                .append("amount", refund.amount().amount())
                .append("reason", refund.reason())
                .append(STATE, refund.state().name())
                .append("orderMustKnow", refund.orderMustKnow());
        putIfPresent(document, "providerId", refund.providerId());
        return document;
    }

    static Payment toPayment(Document document) {
        return new Payment(
                toTerms(document),
                toState(document.get(STATE, new Document())),
                document.getList("receipts", Document.class, List.of()).stream()
                        .map(PaymentDocuments::toReceipt)
                        .toList(),
                document.getList("refunds", Document.class, List.of()).stream()
                        .map(PaymentDocuments::toRefund)
                        .toList(),
                toNews(document.getString("news")),
                new Schedule(toInstant(document.getDate(DUE_AT)), document.getInteger("tries")),
                document.getLong(VERSION));
    }

    private static PaymentTerms toTerms(Document document) {
        return new PaymentTerms(
                document.getString(ID),
                document.getString("orderNumber"),
                Money.dong(document.getLong("amount")),
                document.getString("email"),
                document.getString("successUrl"),
                document.getString("cancelUrl"),
                document.getDate("deadline").toInstant(),
                Locale.forLanguageTag(document.getString("locale")));
    }

    private static PaymentState toState(Document state) {
        return switch (Kind.valueOf(state.getString(KIND))) {
            case STARTING ->
                new Starting(
                        state.getInteger("attempt"),
                        state.getString("key"),
                        state.getDate("sessionExpiresAt").toInstant());
            case OPEN -> new Open(state.getString("sessionId"), state.getString("url"));
            case PAID ->
                new Paid(
                        state.getString("sessionId"),
                        state.getString("intentId"),
                        state.getDate("at").toInstant());
            case ENDED ->
                new Ended(state.getString("reason"), state.getDate("at").toInstant());
        };
    }

    private static Receipt toReceipt(Document receipt) {
        return new Receipt(
                receipt.getString("intentId"),
                Money.dong(receipt.getLong("amount")),
                receipt.getDate("at").toInstant());
    }

    private static Refund toRefund(Document refund) {
        return new Refund(
                refund.getString("id"),
                refund.getString("intentId"),
                Money.dong(refund.getLong("amount")),
                refund.getString("reason"),
                Refund.State.valueOf(refund.getString(STATE)),
                refund.getString("providerId"),
                refund.getBoolean("orderMustKnow"));
    }

    private static Payment.@Nullable News toNews(@Nullable String name) {
        return name == null ? null : Payment.News.valueOf(name);
    }

    private static @Nullable Instant toInstant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static void putIfPresent(Document document, String name, @Nullable Object value) {
        if (value != null) {
            document.append(name, value);
        }
    }
}
