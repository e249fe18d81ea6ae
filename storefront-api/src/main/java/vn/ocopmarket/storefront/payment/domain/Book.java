package vn.ocopmarket.storefront.payment.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.Receipt.Fit;
import vn.ocopmarket.storefront.payment.domain.Receipt.Source;

/** What came in for one order and what of it goes back. Every method gives the book afterwards. */
public record Book(List<Receipt> receipts, List<Refund> refunds, List<Contested> disputes) {

    static final Book EMPTY = new Book(List.of(), List.of(), List.of());

    public Book {
        receipts = List.copyOf(receipts);
        refunds = List.copyOf(refunds);
        disputes = List.copyOf(disputes);
    }

    /** A dispute, and what the order was told of it last; null when it was told nothing. */
    public record Contested(Dispute dispute, Dispute.@Nullable State told) {

        public boolean orderMustKnow() {
            return dispute.state() != told;
        }
    }

    boolean knows(String receiptId) {
        return receipts.stream().anyMatch(receipt -> receipt.id().equals(receiptId));
    }

    /** What came by transfer until this receipt, which is among it. */
    Money transferredUpTo(String receiptId) {
        var upTo = receipts.stream().map(Receipt::id).toList().indexOf(receiptId) + 1;
        return receipts.stream()
                .limit(upTo)
                .filter(receipt -> receipt.source().channel() == Channel.TRANSFER)
                .map(Receipt::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    Optional<Refund> find(String refundId) {
        return refunds.stream().filter(refund -> refund.id().equals(refundId)).findFirst();
    }

    Book with(Receipt receipt) {
        return new Book(and(receipts, receipt), refunds, disputes);
    }

    Book with(Refund refund) {
        return new Book(receipts, and(refunds, refund), disputes);
    }

    /** What is here of some money and not set aside to go back. */
    public Money left(String intentId) {
        return in(intentId).minus(goingBack(intentId)).minus(contested(intentId));
    }

    /** What came of some money to pay the order, whatever became of it. */
    Money paid(String intentId) {
        return receipts.stream()
                .filter(receipt -> receipt.intentId().equals(intentId) && receipt.fit() != Fit.DOUBLE)
                .map(Receipt::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Sets this much of what just came aside to go back; nothing when that is nothing. */
    Book giveBack(Receipt receipt, Money amount, String reason) {
        var id = reason + ":" + receipt.id();
        return amount.amount() <= 0 || find(id).isPresent()
                ? this
                : with(Refund.setAside(id, receipt.source(), amount, reason));
    }

    /** Sets everything aside to go back that is not the given money. */
    Book giveBackAllBut(@Nullable String intentId, String reason) {
        var book = this;
        for (var source : sources()) {
            if (!source.intentId().equals(intentId)) {
                var last = receipts.stream()
                        .filter(receipt -> receipt.source().equals(source))
                        .reduce((_, later) -> later)
                        .orElseThrow();
                book = book.giveBack(last, book.left(source.intentId()), reason);
            }
        }
        return book;
    }

    boolean nothingLeftBut(@Nullable String intentId) {
        return sources().stream()
                .allMatch(source -> source.intentId().equals(intentId)
                        || left(source.intentId()).equals(Money.ZERO));
    }

    /** What somebody wanted back of some money that paid the order. */
    Money wanted(String intentId) {
        return sum(refund -> refund.intentId().equals(intentId) && refund.holdsMoney() && !refund.isSurplus());
    }

    /** What banks took back of some money, for good or until they decide. */
    Money contested(String intentId) {
        return disputes.stream()
                .map(Contested::dispute)
                .filter(dispute -> dispute.intentId().equals(intentId) && dispute.holdsMoney())
                .map(Dispute::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Whether a bank has some of this money until it decides. */
    boolean isUndecided(String intentId) {
        return disputes.stream()
                .map(Contested::dispute)
                .anyMatch(dispute -> dispute.intentId().equals(intentId) && dispute.isOpen() && dispute.holdsMoney());
    }

    /** The dispute as it is now in the place of what was known of it. */
    Book with(Dispute now) {
        var told = disputes.stream()
                .filter(known -> known.dispute().id().equals(now.id()))
                .flatMap(known -> Stream.ofNullable(known.told()))
                .findFirst()
                .orElse(null);
        return contested(new Contested(now, told));
    }

    /** The order knows this of it, whatever has become of it since. */
    Book disputeTold(Dispute what) {
        var all = disputes.stream()
                .map(known ->
                        known.dispute().id().equals(what.id()) ? new Contested(known.dispute(), what.state()) : known)
                .toList();
        return new Book(receipts, refunds, all);
    }

    private Book contested(Contested now) {
        var others = disputes.stream()
                .filter(known -> !known.dispute().id().equals(now.dispute().id()))
                .toList();
        return new Book(receipts, refunds, and(others, now));
    }

    /** What came some way and is not set aside to go back. */
    public Money kept(Channel channel) {
        return sources().stream()
                .filter(source -> source.channel() == channel)
                .map(source -> left(source.intentId()))
                .reduce(Money.ZERO, Money::plus);
    }

    /** What goes back some way and is that far. */
    public Money goingBack(Channel channel, Refund.State state) {
        return sum(refund -> refund.source().channel() == channel && refund.state() == state);
    }

    private Money sum(Predicate<Refund> which) {
        return refunds.stream().filter(which).map(Refund::amount).reduce(Money.ZERO, Money::plus);
    }

    Book change(String refundId, UnaryOperator<Refund> change) {
        return new Book(
                receipts,
                refunds.stream()
                        .map(refund -> refund.id().equals(refundId) ? change.apply(refund) : refund)
                        .toList(),
                disputes);
    }

    public Optional<Source> source(String intentId) {
        return sources().stream()
                .filter(source -> source.intentId().equals(intentId))
                .findFirst();
    }

    private LinkedHashSet<Source> sources() {
        var sources = new LinkedHashSet<Source>();
        receipts.forEach(receipt -> sources.add(receipt.source()));
        return sources;
    }

    private Money in(String intentId) {
        return receipts.stream()
                .filter(receipt -> receipt.intentId().equals(intentId))
                .map(Receipt::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private Money goingBack(String intentId) {
        return sum(refund -> refund.intentId().equals(intentId) && refund.holdsMoney());
    }

    private static <T> List<T> and(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
