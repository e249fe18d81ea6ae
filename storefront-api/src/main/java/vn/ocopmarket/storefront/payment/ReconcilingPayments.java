package vn.ocopmarket.storefront.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.payment.domain.CardRefund;
import vn.ocopmarket.storefront.payment.domain.CardSession;
import vn.ocopmarket.storefront.payment.domain.CardSession.Status;
import vn.ocopmarket.storefront.payment.domain.Payment;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Open;

/** Holds what the provider has against what we have, heals what is safe and says what is not. */
public final class ReconcilingPayments {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcilingPayments.class);
    private static final int BATCH = 100;

    /** A session this young may just be on its way into its payment. */
    private static final Duration YOUNG = Duration.ofMinutes(2);

    private final Payments payments;
    private final ChangingPayments changing;
    private final CarryingOnPayments carryingOn;
    private final CardProvider provider;
    private final Reports reports;

    ReconcilingPayments(
            Payments payments,
            ChangingPayments changing,
            CarryingOnPayments carryingOn,
            CardProvider provider,
            Reports reports) {
        this.payments = payments;
        this.changing = changing;
        this.carryingOn = carryingOn;
        this.provider = provider;
        this.reports = reports;
    }

    /**
     * What one run found.
     *
     * @param sessions that were looked at
     * @param healed payments that did not know what the provider knew: money, an end, a refund
     * @param expired sessions that could still be paid though nobody wanted the money
     * @param refunds that were looked at
     * @param unknown ids of money or refunds at the provider that no payment of ours explains
     */
    public record Report(Instant at, int sessions, int healed, int expired, int refunds, List<String> unknown) {

        public Report {
            unknown = List.copyOf(unknown);
        }
    }

    /** Keeps the last report. */
    public interface Reports {

        Mono<Void> keep(Report report);

        /** Empty before the first run. */
        Mono<Report> last();

        /** True for one instance in each period. */
        Mono<Boolean> isMyTurn(Instant now, Duration period);
    }

    /** Looks at everything the provider has that is not older; gives and keeps the report. Fails when it is silent. */
    public Mono<Report> reconcile(Duration notOlderThan) {
        return Mono.defer(() -> {
            var run = new Run();
            return provider.sessions(notOlderThan)
                    .buffer(BATCH)
                    .concatMap(sessions -> judgeSessions(sessions, run))
                    .thenMany(provider.refunds(notOlderThan))
                    .concatMap(refund -> judge(refund, run))
                    .then(Mono.fromSupplier(() -> run.report(changing.now())))
                    .flatMap(report -> reports.keep(report).thenReturn(report));
        });
    }

    /** The last report; empty before the first run. */
    public Mono<Report> last() {
        return reports.last();
    }

    /** The same, by one instance in each period; empty for the others. */
    Mono<Report> reconcileInTurn(Duration period, Duration notOlderThan) {
        return reports.isMyTurn(changing.now(), period)
                .filter(mine -> mine)
                .flatMap(_ -> reconcile(notOlderThan))
                .doOnNext(report -> {
                    if (!report.unknown().isEmpty()) {
                        LOG.error("Money at the card provider that no payment explains: {}", report.unknown());
                    }
                });
    }

    private Mono<Void> judgeSessions(List<CardSession> sessions, Run run) {
        var ids = sessions.stream()
                .flatMap(session -> Stream.ofNullable(session.orderId()))
                .distinct()
                .toList();
        return payments.findAll(ids)
                .collect(Collectors.toMap(Payment::orderId, Function.identity()))
                .flatMapMany(known -> Flux.fromIterable(sessions)
                        .concatMap(session -> judge(session, known.get(String.valueOf(session.orderId())), run)))
                .then();
    }

    private Mono<Void> judge(CardSession session, @Nullable Payment payment, Run run) {
        run.sessions.incrementAndGet();
        if (payment == null) {
            if (session.paid()) {
                run.unknown.add(session.id());
            }
            return Mono.empty();
        }
        if (!payment.seen(session, changing.now()).equals(payment)) {
            run.healed.incrementAndGet();
            return changing.apply(session).flatMap(carryingOn::carryOn);
        }
        return isUnwanted(session, payment) ? expire(session, run) : Mono.empty();
    }

    private boolean isUnwanted(CardSession session, Payment payment) {
        var isCurrent = payment.state() instanceof Open open && open.sessionId().equals(session.id());
        return session.status() == Status.OPEN
                && !isCurrent
                && session.createdAt().isBefore(provider.now().minus(YOUNG));
    }

    private Mono<Void> expire(CardSession session, Run run) {
        run.expired.incrementAndGet();
        return provider.expire(session.id()).flatMap(changing::apply).flatMap(carryingOn::carryOn);
    }

    private Mono<Void> judge(CardRefund refund, Run run) {
        run.refunds.incrementAndGet();
        var orderId = refund.orderId();
        var refundId = refund.refundId();
        if (orderId == null || refundId == null) {
            run.unknown.add(refund.id());
            return Mono.empty();
        }
        return payments.find(orderId)
                .flatMap(payment -> judge(refund, payment, refundId, run).thenReturn(payment))
                .switchIfEmpty(Mono.fromRunnable(() -> run.unknown.add(refund.id())))
                .then();
    }

    private Mono<Void> judge(CardRefund refund, Payment payment, String refundId, Run run) {
        if (payment.find(refundId).isEmpty()) {
            run.unknown.add(refund.id());
            return Mono.empty();
        }
        if (payment.refundSeen(refundId, refund.state(), refund.id()).equals(payment)) {
            return Mono.empty();
        }
        run.healed.incrementAndGet();
        return changing.change(payment.orderId(), now -> now.refundSeen(refundId, refund.state(), refund.id()))
                .flatMap(carryingOn::carryOn);
    }

    /** What is counted on the way. */
    private static final class Run {

        private static final int MOST_UNKNOWN = 100;

        private final AtomicInteger sessions = new AtomicInteger();
        private final AtomicInteger healed = new AtomicInteger();
        private final AtomicInteger expired = new AtomicInteger();
        private final AtomicInteger refunds = new AtomicInteger();
        private final ConcurrentLinkedQueue<String> unknown = new ConcurrentLinkedQueue<>();

        private Report report(Instant at) {
            return new Report(
                    at,
                    sessions.get(),
                    healed.get(),
                    expired.get(),
                    refunds.get(),
                    unknown.stream().limit(MOST_UNKNOWN).toList());
        }
    }
}
