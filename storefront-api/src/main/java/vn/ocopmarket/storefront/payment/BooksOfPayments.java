package vn.ocopmarket.storefront.payment;

import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;
import vn.ocopmarket.storefront.payment.domain.Channel;
import vn.ocopmarket.storefront.payment.domain.Payment;
import vn.ocopmarket.storefront.payment.domain.Receipt;
import vn.ocopmarket.storefront.payment.domain.Refund;

/** Reads the books of payments. */
final class BooksOfPayments implements FindBooks {

    private final Payments payments;

    BooksOfPayments(Payments payments) {
        this.payments = payments;
    }

    @Override
    public Flux<OrderBook> of(Collection<String> orderIds) {
        return payments.findAll(orderIds).map(BooksOfPayments::read);
    }

    @Override
    public Flux<OrderBook> paidByCard(Instant since) {
        return payments.paidByCard(since).map(BooksOfPayments::read);
    }

    private static OrderBook read(Payment payment) {
        var book = payment.book();
        return new OrderBook(
                payment.orderId(),
                payment.terms().orderNumber(),
                book.receipts().stream().map(BooksOfPayments::read).toList(),
                book.refunds().stream()
                        .filter(refund -> refund.state() != Refund.State.FAILED)
                        .map(BooksOfPayments::read)
                        .toList());
    }

    private static Received read(Receipt receipt) {
        var byCard = receipt.source().channel() == Channel.CARD;
        return new Received(receipt.intentId(), byCard, receipt.amount(), receipt.at());
    }

    private static GoneBack read(Refund refund) {
        var parts = refund.parts().stream()
                .map(part -> new Part(part.item(), part.units(), part.amount()))
                .toList();
        return new GoneBack(refund.id(), refund.amount(), refund.state() == Refund.State.SUCCEEDED, parts);
    }
}
