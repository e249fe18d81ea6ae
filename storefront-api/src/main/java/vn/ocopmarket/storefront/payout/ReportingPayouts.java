package vn.ocopmarket.storefront.payout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.FindBooks;
import vn.ocopmarket.storefront.payment.FindBooks.GoneBack;
import vn.ocopmarket.storefront.payment.FindBooks.OrderBook;
import vn.ocopmarket.storefront.payment.FindBooks.Received;
import vn.ocopmarket.storefront.payout.Payouts.Look;
import vn.ocopmarket.storefront.payout.domain.Comparing;
import vn.ocopmarket.storefront.payout.domain.Difference;
import vn.ocopmarket.storefront.payout.domain.OwnBooks;
import vn.ocopmarket.storefront.payout.domain.Payout;
import vn.ocopmarket.storefront.payout.domain.PayoutReport;

/** Fetches payouts, holds them against our books and keeps what was found; repeating it changes nothing. */
public final class ReportingPayouts {

    private static final Duration WINDOW = Duration.ofDays(45);
    private static final Duration LEASE = Duration.ofMinutes(15);

    /** As many days as a card payment may take to the bank before somebody should ask. */
    private static final Duration PATIENCE = Duration.ofDays(10);

    private static final int BATCH = 200;
    private static final int MOST_MISSING = 200;

    private final CardAccount account;
    private final Payouts payouts;
    private final FindBooks books;
    private final Clock clock;

    ReportingPayouts(CardAccount account, Payouts payouts, FindBooks books, Clock clock) {
        this.account = account;
        this.payouts = payouts;
        this.books = books;
        this.clock = clock;
    }

    /** Newest first, from the one after {@code before}. */
    public Flux<PayoutReport> page(@Nullable String before, int limit) {
        return payouts.page(before, limit);
    }

    /** Empty when there is none. */
    public Mono<PayoutReport> find(String id) {
        return payouts.find(id);
    }

    /** Empty before the first. */
    public Mono<Look> lastLook() {
        return payouts.lastLook();
    }

    /** Looks at everything now. Fails when the provider is silent. */
    public Mono<Look> look() {
        return Mono.defer(() -> {
            var now = clock.instant();
            return account.payouts(now.minus(WINDOW))
                    .concatMap(this::compare)
                    .concatMap(report -> payouts.keep(report, now).thenReturn(report))
                    .count()
                    .flatMap(seen -> missing(now)
                            .take(MOST_MISSING)
                            .collectList()
                            .map(missing -> new Look(now, Math.toIntExact(seen), missing)))
                    .flatMap(look -> payouts.keep(look).thenReturn(look));
        });
    }

    /** Today's look; empty when it was made, or when another instance is at it. */
    Mono<Look> lookToday() {
        return Mono.defer(() -> {
            var now = clock.instant();
            var today = LocalDate.ofInstant(now, clock.getZone());
            return payouts.lease(today, now, now.plus(LEASE))
                    .filter(mine -> mine)
                    .flatMap(_ -> look())
                    .flatMap(look -> payouts.done(today).thenReturn(look));
        });
    }

    private Mono<PayoutReport> compare(Payout payout) {
        var orders = payout.movements().stream()
                .map(movement -> movement.subject().orderId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Flux.fromIterable(orders)
                .buffer(BATCH)
                .concatMap(books::of)
                .collectMap(OrderBook::orderId, ReportingPayouts::entry)
                .map(entries -> Comparing.compare(payout, new OwnBooks(entries)));
    }

    private static OwnBooks.Entry entry(OrderBook book) {
        return new OwnBooks.Entry(
                book.orderNumber(),
                book.received().stream()
                        .collect(Collectors.groupingBy(
                                Received::moneyId,
                                Collectors.summingLong(
                                        received -> received.amount().amount()))),
                book.back().stream()
                        .collect(Collectors.toMap(
                                GoneBack::id, back -> back.amount().amount())));
    }

    private Flux<Difference> missing(Instant now) {
        return books.paidByCard(now.minus(WINDOW).minus(PATIENCE))
                .filter(book -> latestByCard(book).isBefore(now.minus(PATIENCE)))
                .buffer(BATCH)
                .concatMap(this::notPaidOut);
    }

    private Flux<Difference> notPaidOut(List<OrderBook> some) {
        var orders = some.stream().map(OrderBook::orderId).toList();
        return payouts.paidOut(orders)
                .collect(Collectors.toCollection(HashSet::new))
                .flatMapIterable(paidOut -> some.stream()
                        .filter(book -> !paidOut.contains(book.orderId()))
                        .map(ReportingPayouts::notPaidOut)
                        .toList());
    }

    private static Difference notPaidOut(OrderBook book) {
        var received = byCard(book).map(Received::amount).reduce(Money.ZERO, Money::plus);
        return new Difference(Difference.Kind.NOT_PAID_OUT, book.orderId(), book.orderNumber(), received.amount(), 0);
    }

    private static Instant latestByCard(OrderBook book) {
        return byCard(book).map(Received::at).max(Instant::compareTo).orElse(Instant.MAX);
    }

    private static Stream<Received> byCard(OrderBook book) {
        return book.received().stream().filter(Received::byCard);
    }
}
