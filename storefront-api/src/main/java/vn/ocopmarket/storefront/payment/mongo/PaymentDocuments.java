package vn.ocopmarket.storefront.payment.mongo;

import java.time.Instant;
import java.util.Date;
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
import vn.ocopmarket.storefront.payment.domain.PaymentState.Transfer;
import vn.ocopmarket.storefront.payment.domain.PaymentTerms;
import vn.ocopmarket.storefront.payment.domain.Schedule;

/** Payments as documents and back. */
final class PaymentDocuments {

    static final String ID = "_id";
    static final String VERSION = "version";
    static final String STATE = "state";
    static final String KIND = "kind";
    static final String DUE_AT = "dueAt";
    static final String ORDER_NUMBER = "orderNumber";
    static final String DISPUTED_SINCE = "disputedSince";
    static final String PAID_BY_CARD_AT = "paidByCardAt";
    static final String BY_HAND_SINCE = "byHandSince";

    private PaymentDocuments() {}

    static Document toDocument(Payment payment) {
        var terms = payment.terms();
        var document = new Document(ID, terms.orderId())
                .append(ORDER_NUMBER, terms.orderNumber())
                .append("amount", terms.amount().amount())
                .append("successUrl", terms.successUrl())
                .append("cancelUrl", terms.cancelUrl())
                .append("deadline", Date.from(terms.deadline()))
                .append("locale", terms.locale().toLanguageTag())
                .append(STATE, toDocument(payment.state()))
                .append("receipts", BookDocuments.receipts(payment.book()))
                .append("refunds", BookDocuments.refunds(payment.book()))
                .append("tries", payment.schedule().tries())
                .append(VERSION, payment.version());
        putIfPresent(document, "email", terms.email());
        putIfPresent(
                document, "news", payment.news() == null ? null : payment.news().name());
        var dueAt = payment.schedule().dueAt();
        putIfPresent(document, PAID_BY_CARD_AT, BookDocuments.paidByCardAt(payment));
        if (!payment.book().disputes().isEmpty()) {
            document.append("disputes", BookDocuments.disputes(payment.book()));
            putIfPresent(document, DISPUTED_SINCE, BookDocuments.disputedSince(payment));
        }
        putIfPresent(document, BY_HAND_SINCE, BookDocuments.byHandSince(payment));
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
            case Transfer(var reference) -> document.append("reference", reference);
            case Paid(var sessionId, var intentId, var at) ->
                document.append("sessionId", sessionId)
                        .append("intentId", intentId)
                        .append("at", Date.from(at));
            case Ended(var reason, var at, var openSession) -> {
                putIfPresent(document, "openSession", openSession);
                yield document.append("reason", reason).append("at", Date.from(at));
            }
        };
    }

    static Payment toPayment(Document document) {
        return new Payment(
                toTerms(document),
                toState(document.get(STATE, new Document())),
                BookDocuments.toBook(document),
                toNews(document.getString("news")),
                new Schedule(toInstant(document.getDate(DUE_AT)), document.getInteger("tries")),
                document.getLong(VERSION));
    }

    private static PaymentTerms toTerms(Document document) {
        return new PaymentTerms(
                document.getString(ID),
                document.getString(ORDER_NUMBER),
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
            case TRANSFER -> new Transfer(state.getString("reference"));
            case PAID ->
                new Paid(
                        state.getString("sessionId"),
                        state.getString("intentId"),
                        state.getDate("at").toInstant());
            case ENDED ->
                new Ended(state.getString("reason"), state.getDate("at").toInstant(), state.getString("openSession"));
        };
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
