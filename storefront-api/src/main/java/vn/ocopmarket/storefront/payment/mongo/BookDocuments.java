package vn.ocopmarket.storefront.payment.mongo;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.Book;
import vn.ocopmarket.storefront.payment.domain.Book.Contested;
import vn.ocopmarket.storefront.payment.domain.Channel;
import vn.ocopmarket.storefront.payment.domain.Dispute;
import vn.ocopmarket.storefront.payment.domain.Payment;
import vn.ocopmarket.storefront.payment.domain.PaymentState;
import vn.ocopmarket.storefront.payment.domain.Receipt;
import vn.ocopmarket.storefront.payment.domain.Receipt.Fit;
import vn.ocopmarket.storefront.payment.domain.Receipt.Source;
import vn.ocopmarket.storefront.payment.domain.Refund;

/** What came in and what goes back, as documents and back; what was stored when there were only cards says less. */
final class BookDocuments {

    private static final String STATE = "state";
    private static final String INTENT = "intentId";
    private static final String CHANNEL = "channel";
    private static final String AMOUNT = "amount";

    private BookDocuments() {}

    static List<Document> receipts(Book book) {
        return book.receipts().stream().map(BookDocuments::toDocument).toList();
    }

    static List<Document> refunds(Book book) {
        return book.refunds().stream().map(BookDocuments::toDocument).toList();
    }

    /** Only payments with money that people have to send are in the list of them; the oldest money is sent first. */
    static @Nullable Date byHandSince(Payment payment) {
        var waits = payment.refunds().stream().anyMatch(refund -> refund.state() == Refund.State.BY_HAND);
        return waits ? Date.from(payment.receipts().getLast().at()) : null;
    }

    static List<Document> disputes(Book book) {
        return book.disputes().stream().map(BookDocuments::toDocument).toList();
    }

    /** Only payments with a dispute that is not decided are in the list of them. */
    static @Nullable Date disputedSince(Payment payment) {
        var isOpen = payment.book().disputes().stream()
                .anyMatch(contested -> contested.dispute().isOpen());
        return isOpen ? Date.from(payment.receipts().getLast().at()) : null;
    }

    private static Document toDocument(Contested contested) {
        var dispute = contested.dispute();
        var document = new Document("id", dispute.id())
                .append(INTENT, dispute.intentId())
                .append(AMOUNT, dispute.amount().amount())
                .append("reason", dispute.reason())
                .append(STATE, dispute.state().name());
        var due = dispute.evidenceDueBy();
        var told = contested.told();
        if (due != null) {
            document.append("evidenceDueBy", Date.from(due));
        }
        append(document, "told", told == null ? null : told.name());
        return document;
    }

    private static Contested toContested(Document dispute) {
        var due = dispute.getDate("evidenceDueBy");
        var told = dispute.getString("told");
        return new Contested(
                new Dispute(
                        dispute.getString("id"),
                        dispute.getString(INTENT),
                        Money.dong(dispute.getLong(AMOUNT)),
                        dispute.getString("reason"),
                        Dispute.State.valueOf(dispute.getString(STATE)),
                        due == null ? null : due.toInstant()),
                told == null ? null : Dispute.State.valueOf(told));
    }

    static @Nullable Date paidByCardAt(Payment payment) {
        return payment.state() instanceof PaymentState.Paid paid
                        && payment.book()
                                .source(paid.intentId())
                                .filter(source -> source.channel() == Channel.CARD)
                                .isPresent()
                ? Date.from(paid.at())
                : null;
    }

    static Book toBook(Document payment) {
        return new Book(
                payment.getList("receipts", Document.class, List.of()).stream()
                        .map(BookDocuments::toReceipt)
                        .toList(),
                payment.getList("refunds", Document.class, List.of()).stream()
                        .map(BookDocuments::toRefund)
                        .toList(),
                payment.getList("disputes", Document.class, List.of()).stream()
                        .map(BookDocuments::toContested)
                        .toList());
    }

    private static Document toDocument(Receipt receipt) {
        return new Document("id", receipt.id())
                .append(INTENT, receipt.intentId())
                .append(CHANNEL, receipt.source().channel().name())
                .append(AMOUNT, receipt.amount().amount())
                .append("at", Date.from(receipt.at()))
                .append("fit", receipt.fit().name());
    }

    private static Receipt toReceipt(Document receipt) {
        var source = toSource(receipt);
        return new Receipt(
                Objects.requireNonNullElse(receipt.getString("id"), source.intentId()),
                source,
                Money.dong(receipt.getLong(AMOUNT)),
                receipt.getDate("at").toInstant(),
                Fit.valueOf(Objects.requireNonNullElse(receipt.getString("fit"), Fit.EXACT.name())));
    }

    private static Document toDocument(Refund refund) {
        var trail = refund.trail();
        var document = new Document("id", refund.id())
                .append(INTENT, refund.intentId())
                .append(CHANNEL, refund.source().channel().name())
                .append(AMOUNT, refund.amount().amount())
                .append("reason", refund.reason())
                .append(STATE, refund.state().name())
                .append("orderMustKnow", trail.orderMustKnow());
        append(document, "providerId", trail.providerId());
        append(document, "askedBy", trail.askedBy());
        append(document, "sentBy", trail.sentBy());
        if (!refund.parts().isEmpty()) {
            document.append(
                    "parts",
                    refund.parts().stream().map(BookDocuments::toDocument).toList());
        }
        return document;
    }

    private static Document toDocument(Refund.Part part) {
        return new Document("item", part.item())
                .append("units", part.units())
                .append(AMOUNT, part.amount().amount());
    }

    private static Refund toRefund(Document refund) {
        return new Refund(
                refund.getString("id"),
                toSource(refund),
                Money.dong(refund.getLong(AMOUNT)),
                refund.getString("reason"),
                Refund.State.valueOf(refund.getString(STATE)),
                new Refund.Trail(
                        refund.getString("providerId"),
                        refund.getBoolean("orderMustKnow"),
                        refund.getString("askedBy"),
                        refund.getString("sentBy")),
                refund.getList("parts", Document.class, List.of()).stream()
                        .map(part -> new Refund.Part(
                                part.getString("item"), part.getLong("units"), Money.dong(part.getLong(AMOUNT))))
                        .toList());
    }

    private static Source toSource(Document money) {
        return new Source(
                money.getString(INTENT),
                Channel.valueOf(Objects.requireNonNullElse(money.getString(CHANNEL), Channel.CARD.name())));
    }

    private static void append(Document document, String name, @Nullable String value) {
        if (value != null) {
            document.append(name, value);
        }
    }
}
