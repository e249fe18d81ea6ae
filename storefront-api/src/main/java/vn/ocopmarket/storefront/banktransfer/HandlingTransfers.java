package vn.ocopmarket.storefront.banktransfer;

import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.banktransfer.BankNotices.Kept;
import vn.ocopmarket.storefront.banktransfer.HandlingTransfers.Handled.Done;
import vn.ocopmarket.storefront.banktransfer.HandlingTransfers.Handled.NoSuchNotice;
import vn.ocopmarket.storefront.banktransfer.HandlingTransfers.Handled.NoSuchOrder;
import vn.ocopmarket.storefront.banktransfer.HandlingTransfers.Handled.NotOpen;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Booked;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Matched;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Received;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Returned;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Unmatched;
import vn.ocopmarket.storefront.banktransfer.domain.TransferText;
import vn.ocopmarket.storefront.payment.ReceivingTransfers;

/** What staff do with money that no program knows the order of. */
public final class HandlingTransfers {

    private static final Duration HEAD_START = Duration.ofSeconds(10);

    private final BankNotices notices;
    private final ReceivingTransfers payments;
    private final BookingTransfers booking;
    private final Clock clock;

    HandlingTransfers(BankNotices notices, ReceivingTransfers payments, BookingTransfers booking, Clock clock) {
        this.notices = notices;
        this.payments = payments;
        this.booking = booking;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Handled {

        /** It is as it was asked for, now or by the same act before. */
        record Done(Kept kept) implements Handled {}

        record NoSuchNotice() implements Handled {}

        /** No payment of an order with that number. */
        record NoSuchOrder() implements Handled {}

        /** Somebody did something else with it. */
        record NotOpen(Kept kept) implements Handled {}
    }

    public Flux<Kept> unmatched(int limit) {
        return notices.unmatched(limit);
    }

    /** The money is for the order with this number, however it is written. Never empty. */
    public Mono<Handled> match(String noticeId, String orderNumber, String by) {
        return payments.ordersWithNumbers(TransferText.orderNumbers(orderNumber))
                .next()
                .flatMap(orderId -> notices.find(noticeId)
                        .flatMap(kept -> match(kept, orderId, by))
                        .defaultIfEmpty(new NoSuchNotice()))
                .defaultIfEmpty(new NoSuchOrder());
    }

    private Mono<Handled> match(Kept kept, String orderId, String by) {
        if (!(kept.state() instanceof Unmatched)) {
            return Mono.just(isFor(kept, orderId) ? new Done(kept) : new NotOpen(kept));
        }
        return notices.move(kept, new Matched(orderId, by), clock.instant().plus(HEAD_START))
                .flatMap(now -> booking.goOn(now).onErrorComplete().then(notices.find(now.id())))
                .<Handled>map(Done::new)
                .switchIfEmpty(
                        notices.find(kept.id()).map(now -> isFor(now, orderId) ? new Done(now) : new NotOpen(now)));
    }

    private static boolean isFor(Kept kept, String orderId) {
        return switch (kept.state()) {
            case Matched matched -> matched.orderId().equals(orderId);
            case Booked booked -> booked.orderId().equals(orderId);
            case Received _, Unmatched _, Returned _ -> false;
        };
    }

    /** The money was sent back, by the outgoing transfer of that number. Never empty. */
    public Mono<Handled> returned(String noticeId, String number, String by) {
        return notices.find(noticeId)
                .flatMap(kept -> kept.state() instanceof Unmatched
                        ? notices.move(kept, new Returned(number, by, clock.instant()), null)
                                .switchIfEmpty(notices.find(noticeId))
                        : Mono.just(kept))
                .<Handled>map(now -> now.state() instanceof Returned returned
                                && returned.number().equals(number)
                        ? new Done(now)
                        : new NotOpen(now))
                .defaultIfEmpty(new NoSuchNotice());
    }
}
