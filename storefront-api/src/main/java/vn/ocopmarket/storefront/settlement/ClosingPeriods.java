package vn.ocopmarket.storefront.settlement;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Period;
import vn.ocopmarket.storefront.settlement.domain.Period.Trouble;
import vn.ocopmarket.storefront.settlement.domain.Seller;
import vn.ocopmarket.storefront.settlement.domain.Totals;
import vn.ocopmarket.storefront.settlement.domain.Withholding;

/**
 * Closes months: whoever begins one decides who gets a statement; then for each of them entries are claimed, a statement is
 * written once from what is claimed, and what came too late for it is let go for the next. Every step may be repeated by
 * anybody, and an entry counts only where a statement names it.
 */
public final class ClosingPeriods {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingPeriods.class);

    private final GatheringEntries gathering;
    private final Entries entries;
    private final Statements statements;
    private final Periods periods;
    private final WritingStatements writing;
    private final Clock clock;

    ClosingPeriods(GatheringEntries gathering, Entries entries, Statements statements, Periods periods, Rules rules) {
        this.gathering = gathering;
        this.entries = entries;
        this.statements = statements;
        this.periods = periods;
        this.writing = new WritingStatements(entries, statements, rules);
        this.clock = rules.clock();
    }

    /** What does not change while the market runs. */
    record Rules(Withholding taxes, Clock clock) {}

    /** Never empty. An error means that it is not finished: ask again. */
    public Mono<ClosingOutcome> close(YearMonth month) {
        return periods.all().collectList().flatMap(begun -> {
            var refused = refusal(month, begun);
            return refused == null ? carryOut(month, begun) : Mono.just(refused);
        });
    }

    /** Goes on with what somebody began and did not finish, the oldest first; gives how many. */
    Mono<Long> finish() {
        return periods.all()
                .filter(period -> !period.isClosed())
                .sort(Comparator.comparing(Period::month))
                .concatMap(this::finish)
                .count();
    }

    /** @param begun the newest first: only that one may be unfinished */
    private @Nullable ClosingOutcome refusal(YearMonth month, List<Period> begun) {
        if (!month.isBefore(YearMonth.now(clock))) {
            return new ClosingOutcome.NotOver();
        }
        // Asked again about one that is begun, it goes on, or says how that ended.
        if (begun.isEmpty() || begun.stream().anyMatch(period -> period.month().equals(month))) {
            return null;
        }
        var last = begun.getFirst();
        if (!last.isClosed()) {
            return new ClosingOutcome.Unfinished(last.month());
        }
        return last.month().isAfter(month) ? new ClosingOutcome.Passed(last.month()) : null;
    }

    private Mono<ClosingOutcome> carryOut(YearMonth month, List<Period> begun) {
        var last = begun.isEmpty() ? null : begun.getFirst().month();
        return periods.find(month)
                .flatMap(period -> goOn(month, period))
                .switchIfEmpty(Mono.defer(gathering::progress)
                        .flatMap(progress -> progress.isPast(month.atEndOfMonth())
                                ? begin(month, last).flatMap(period -> goOn(month, period))
                                : Mono.just(new ClosingOutcome.Gathering(progress))));
    }

    /** Who begins another month at the same time, after the same one, is first or has to wait. */
    private Mono<ClosingOutcome> goOn(YearMonth month, Period period) {
        if (!period.month().equals(month)) {
            return Mono.just(new ClosingOutcome.Unfinished(period.month()));
        }
        var closed = period.isClosed() ? Mono.just(period) : finish(period);
        return closed.map(now -> now.isClosed() ? new ClosingOutcome.Closed(now) : new ClosingOutcome.Stuck(now));
    }

    private Mono<Period> begin(YearMonth month, @Nullable YearMonth last) {
        return (last == null ? Mono.just(0L) : letGo(last))
                .then(entries.unsettled(month.atEndOfMonth())
                        .map(Entry::seller)
                        .filter(FindingSellers::isKnown)
                        .map(Seller::id)
                        .distinct()
                        .sort()
                        .collectList())
                .flatMap(sellers -> periods.begin(new Period(month, last, sellers, clock.instant())));
    }

    /** Of all periods that are closed; gives how many entries are open again. */
    Mono<Long> letGo() {
        return periods.readings()
                .mapNotNull(Reading::orNull)
                .filter(Period::isClosed)
                .map(Period::month)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::letGo)
                .reduce(0L, Long::sum);
    }

    /**
     * What somebody claimed for this period after its statement was written, and died before letting it go. Where that one
     * cannot be read it waits.
     */
    private Mono<Long> letGo(YearMonth month) {
        return statements
                .readings(month)
                .mapNotNull(Reading::orNull)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .filterWhen(head -> entries.count(head.id()).map(claimed -> claimed != head.entries()), 1)
                .concatMap(head -> statements.reading(head.id()))
                .mapNotNull(Reading::orNull)
                .concatMap(
                        statement -> entries.release(statement.head().id(), WritingStatements.ids(statement.entries())))
                .reduce(0L, Long::sum);
    }

    /** All statements but those that cannot be written; it is closed when there is none of these, by whoever asks then. */
    private Mono<Period> finish(Period period) {
        var month = period.month();
        return writing.write(period)
                .flatMap(troubles -> troubles.isEmpty() ? end(month) : keep(period, troubles))
                .then(Mono.defer(() -> periods.find(month)));
    }

    private Mono<Void> end(YearMonth month) {
        return statements
                .of(month)
                .collectList()
                .map(Totals::of)
                .flatMap(totals -> periods.close(month, new Period.Closing(clock.instant(), totals)));
    }

    private Mono<Void> keep(Period period, List<Trouble> troubles) {
        if (troubles.equals(period.troubles())) {
            return Mono.empty();
        }
        LOG.error("Statements of {} cannot be written: {}", period.month(), troubles);
        return periods.keep(period.month(), troubles);
    }
}
