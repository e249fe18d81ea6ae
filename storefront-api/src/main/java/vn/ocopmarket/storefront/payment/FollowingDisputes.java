package vn.ocopmarket.storefront.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.Book;
import vn.ocopmarket.storefront.payment.domain.Dispute;

/** Disputes that are not decided: who wants to keep the money has to answer them at the provider in time. */
public final class FollowingDisputes {

    private final Payments payments;

    FollowingDisputes(Payments payments) {
        this.payments = payments;
    }

    /** @param evidenceDueBy until when evidence counts; null when none is asked for */
    public record Open(
            String id,
            String orderId,
            String orderNumber,
            Money amount,
            String reason,
            String state,
            @Nullable Instant evidenceDueBy) {}

    public Flux<Open> open(int limit) {
        return payments.disputed(limit)
                .flatMapIterable(payment -> payment.book().disputes().stream()
                        .map(Book.Contested::dispute)
                        .filter(Dispute::isOpen)
                        .map(dispute -> new Open(
                                dispute.id(),
                                payment.orderId(),
                                payment.terms().orderNumber(),
                                dispute.amount(),
                                dispute.reason(),
                                dispute.state().name(),
                                dispute.evidenceDueBy()))
                        .toList());
    }
}
