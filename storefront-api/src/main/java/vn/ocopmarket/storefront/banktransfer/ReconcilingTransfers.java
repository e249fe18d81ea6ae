package vn.ocopmarket.storefront.banktransfer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.banktransfer.BankNotices.Kept;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Booked;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Matched;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Received;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Returned;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Unmatched;
import vn.ocopmarket.storefront.payment.ReceivingTransfers;
import vn.ocopmarket.storefront.payment.ReceivingTransfers.Standing;

/** Proves that every dong the bank told of is somewhere: with an order, on its way back, or on the list of what is unmatched. */
public final class ReconcilingTransfers {

    private static final int BATCH = 100;
    private static final int MOST_STRANGE = 100;

    private final BankNotices notices;
    private final ReceivingTransfers payments;
    private final Clock clock;

    ReconcilingTransfers(BankNotices notices, ReceivingTransfers payments, Clock clock) {
        this.notices = notices;
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * Where the money is.
     *
     * @param came all that the bank told of
     * @param waiting not booked yet
     * @param kept by orders
     * @param toSend back by hand
     * @param sent back
     * @param returned without ever being booked
     * @param healed notices that were called booked though the payment had no such money; they are booked again
     * @param strange ids of notices and orders that do not agree
     */
    public record Report(
            Instant at,
            long notices,
            Money came,
            Money waiting,
            Money kept,
            Money toSend,
            Money sent,
            Money unmatched,
            Money returned,
            List<String> healed,
            List<String> strange) {

        public Report {
            healed = List.copyOf(healed);
            strange = List.copyOf(strange);
        }

        /** Whether all that came is somewhere. */
        public boolean balances() {
            return strange.isEmpty()
                    && came.equals(waiting.plus(kept)
                            .plus(toSend)
                            .plus(sent)
                            .plus(unmatched)
                            .plus(returned));
        }
    }

    /** Looks at everything, and heals; exact when nothing moves meanwhile. Fails when the store does. */
    public Mono<Report> reconcile() {
        return look(true);
    }

    /** The same, but changes nothing: what it calls healed is still to be. */
    public Mono<Report> look() {
        return look(false);
    }

    private Mono<Report> look(boolean heals) {
        return Mono.defer(() -> {
            var run = new Run(heals);
            return notices.all()
                    .buffer(BATCH)
                    .concatMap(batch -> judge(batch, run))
                    .then(Mono.fromSupplier(() -> run.report(clock.instant())));
        });
    }

    private Mono<Void> judge(List<Kept> batch, Run run) {
        var orders = batch.stream()
                .flatMap(kept -> kept.state() instanceof Booked booked ? Stream.of(booked.orderId()) : Stream.empty())
                .distinct()
                .toList();
        return payments.standings(orders)
                .collect(Collectors.toMap(Standing::orderId, Function.identity()))
                .flatMapMany(standings -> Flux.fromIterable(batch).concatMap(kept -> {
                    run.count(kept);
                    return kept.state() instanceof Booked booked
                            ? judge(kept, booked, standings.get(booked.orderId()), run)
                            : Mono.empty();
                }))
                .then();
    }

    /** An order's money is counted with the first of its notices. */
    private Mono<Void> judge(Kept kept, Booked booked, @Nullable Standing standing, Run run) {
        var isThere = standing != null
                && standing.booked().stream()
                        .anyMatch(one -> one.id().equals(kept.id())
                                && one.amount().equals(kept.notice().amount()));
        if (standing == null || !isThere) {
            run.waiting = run.waiting.plus(kept.notice().amount());
            run.healed.add(kept.id());
            return run.heals
                    ? notices.move(kept, new Matched(booked.orderId(), booked.by()), clock.instant())
                            .then()
                    : Mono.empty();
        }
        if (standing.booked().getFirst().id().equals(kept.id())) {
            run.count(standing);
        }
        return Mono.empty();
    }

    /** What is counted on the way. */
    private static final class Run {

        private final boolean heals;
        private long notices;
        private Money came = Money.ZERO;
        private Money waiting = Money.ZERO;
        private Money kept = Money.ZERO;
        private Money toSend = Money.ZERO;
        private Money sent = Money.ZERO;
        private Money unmatched = Money.ZERO;
        private Money returned = Money.ZERO;
        private final List<String> healed = new ArrayList<>();
        private final List<String> strange = new ArrayList<>();

        private Run(boolean heals) {
            this.heals = heals;
        }

        private void count(Kept notice) {
            notices++;
            var amount = notice.notice().amount();
            came = came.plus(amount);
            switch (notice.state()) {
                case Received _, Matched _ -> waiting = waiting.plus(amount);
                case Unmatched _ -> unmatched = unmatched.plus(amount);
                case Returned _ -> returned = returned.plus(amount);
                case Booked _ -> {}
            }
        }

        private void count(Standing standing) {
            kept = kept.plus(standing.kept());
            toSend = toSend.plus(standing.toSend());
            sent = sent.plus(standing.sent());
            if (!standing.isSound() && strange.size() < MOST_STRANGE) {
                strange.add(standing.orderId());
            }
        }

        private Report report(Instant at) {
            return new Report(at, notices, came, waiting, kept, toSend, sent, unmatched, returned, healed, strange);
        }
    }
}
