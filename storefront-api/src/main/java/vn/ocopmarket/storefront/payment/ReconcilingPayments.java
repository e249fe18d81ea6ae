package vn.ocopmarket.storefront.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final FindingUnlisted unlisted;
    private final FindingRefunds refunds;
    private final FindingDisputes disputes;
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
        this.unlisted = new FindingUnlisted(payments, changing, carryingOn, provider);
        this.refunds = new FindingRefunds(payments, changing, carryingOn, provider);
        this.disputes = new FindingDisputes(payments, changing, carryingOn, provider);
        this.reports = reports;
    }

    /**
     * What one run found.
     *
     * @param sessions that were looked at
     * @param healed payments that did not know what the provider knew: money, an end, a refund, a dispute
     * @param expired sessions that could still be paid though nobody wanted the money
     * @param refunds that were looked at
     * @param unlisted orders whose session the provider does not know; those that waited for one have ended
     * @param unknown ids of money, refunds or disputes at the provider that no payment of ours explains
     * @param soFar of this run and all before it
     */
    public record Report(
            Instant at,
            int sessions,
            int healed,
            int expired,
            int refunds,
            List<String> unlisted,
            List<String> unknown,
            Sums soFar) {

        public Report {
            unlisted = List.copyOf(unlisted);
            unknown = List.copyOf(unknown);
        }
    }

    /**
     * What all runs found together. A run may be in it twice: when the answer to its being kept was lost, it is kept again.
     *
     * @param unlisted orders, each as often as it was found
     */
    public record Sums(long runs, long healed, long expired, long unlisted) {}

    /** Keeps the last report. */
    public interface Reports {

        /** Gives it with the sums of all. */
        Mono<Report> keep(Report report);

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
                    .thenMany(refunds.find(notOlderThan))
                    .doOnNext(run::countRefund)
                    .thenMany(disputes.find(notOlderThan))
                    .doOnNext(run::count)
                    .thenMany(Flux.defer(() -> unlisted.find(run.listed, notOlderThan)))
                    .doOnNext(run.unlisted::add)
                    .then(Mono.fromSupplier(() -> run.report(changing.now())))
                    .flatMap(reports::keep);
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
                    if (!report.unlisted().isEmpty()) {
                        LOG.error("Orders whose payment the card provider does not know: {}", report.unlisted());
                    }
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
        return known(ids)
                .flatMapMany(known -> Flux.fromIterable(sessions)
                        .concatMap(session -> judge(session, known.get(String.valueOf(session.orderId())), run)))
                .then();
    }

    private Mono<Void> judge(CardSession session, @Nullable Payment payment, Run run) {
        run.sessions.incrementAndGet();
        run.listed.add(session.id());
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

    private Mono<Map<String, Payment>> known(List<String> orderIds) {
        return payments.findAll(orderIds).collect(Collectors.toMap(Payment::orderId, Function.identity()));
    }

    /** What is counted on the way. */
    private static final class Run {

        private static final int MOST_UNKNOWN = 100;

        private final AtomicInteger sessions = new AtomicInteger();
        private final AtomicInteger healed = new AtomicInteger();
        private final AtomicInteger expired = new AtomicInteger();
        private final AtomicInteger refunds = new AtomicInteger();
        private final Set<String> listed = ConcurrentHashMap.newKeySet();
        private final ConcurrentLinkedQueue<String> unlisted = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<String> unknown = new ConcurrentLinkedQueue<>();

        private void countRefund(Found found) {
            refunds.incrementAndGet();
            count(found);
        }

        private void count(Found found) {
            switch (found) {
                case Found.Known _ -> {}
                case Found.Healed _ -> healed.incrementAndGet();
                case Found.Unknown(var id) -> unknown.add(id);
            }
        }

        private Report report(Instant at) {
            return new Report(
                    at,
                    sessions.get(),
                    healed.get(),
                    expired.get(),
                    refunds.get(),
                    unlisted.stream().limit(MOST_UNKNOWN).toList(),
                    unknown.stream().limit(MOST_UNKNOWN).toList(),
                    new Sums(1, healed.get(), expired.get(), unlisted.size()));
        }
    }
}
