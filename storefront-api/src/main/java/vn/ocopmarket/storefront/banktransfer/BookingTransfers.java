package vn.ocopmarket.storefront.banktransfer;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.banktransfer.BankNotices.Kept;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Booked;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Matched;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Reason;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Received;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Returned;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Unmatched;
import vn.ocopmarket.storefront.banktransfer.domain.TransferText;
import vn.ocopmarket.storefront.payment.ReceivingTransfers;
import vn.ocopmarket.storefront.payment.ReceivingTransfers.Fit;

/** Finds out whose money it is that came, and books it; a step that a crash interrupted is made again. */
final class BookingTransfers {

    private static final Logger LOG = LoggerFactory.getLogger(BookingTransfers.class);
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final BankNotices notices;
    private final ReceivingTransfers payments;
    private final String account;
    private final Clock clock;

    BookingTransfers(BankNotices notices, ReceivingTransfers payments, String account, Clock clock) {
        this.notices = notices;
        this.payments = payments;
        this.account = account;
        this.clock = clock;
    }

    /** Everything that is due; gives how many. One that fails comes again when its time in hiding is over. */
    Mono<Long> bookDue() {
        return Mono.defer(() -> notices.takeDue(clock.instant(), clock.instant().plus(LEASE)))
                .repeatWhen(taken -> taken.takeWhile(count -> count > 0))
                .concatMap(kept -> goOn(kept).thenReturn(kept).onErrorResume(error -> {
                    LOG.warn("Notice {} is booked later: {}", kept.id(), error.toString());
                    return Mono.just(kept);
                }))
                .count();
    }

    Mono<Void> goOn(Kept kept) {
        return switch (kept.state()) {
            case Received _ -> match(kept).flatMap(this::goOn);
            case Matched matched -> book(kept, matched);
            case Booked _, Unmatched _, Returned _ -> Mono.empty();
        };
    }

    /** Empty when somebody else did it meanwhile. */
    private Mono<Kept> match(Kept kept) {
        if (!kept.notice().account().equals(account)) {
            return notices.move(kept, new Unmatched(Reason.OTHER_ACCOUNT), null);
        }
        var numbers = TransferText.orderNumbers(kept.notice().text());
        return (numbers.isEmpty()
                        ? Mono.just(List.<String>of())
                        : payments.ordersWithNumbers(numbers).collectList())
                .flatMap(orders -> {
                    NoticeState next = switch (orders.size()) {
                        case 0 -> new Unmatched(Reason.UNKNOWN_REFERENCE);
                        case 1 -> new Matched(orders.getFirst(), null);
                        default -> new Unmatched(Reason.SEVERAL_ORDERS);
                    };
                    var isDue = next instanceof Matched;
                    return notices.move(kept, next, isDue ? clock.instant().plus(LEASE) : null);
                });
    }

    private Mono<Void> book(Kept kept, Matched matched) {
        return payments.receive(matched.orderId(), kept.id(), kept.notice().amount())
                .flatMap(fit -> notices.move(kept, new Booked(matched.orderId(), matched.by(), word(fit)), null))
                .then();
    }

    private static String word(Fit fit) {
        return switch (fit) {
            case Fit.Exact _ -> "EXACT";
            case Fit.Short _ -> "SHORT";
            case Fit.Over _ -> "OVER";
            case Fit.Late _ -> "LATE";
            case Fit.LateAndShort _ -> "LATE_SHORT";
            case Fit.Double _ -> "DOUBLE";
        };
    }
}
