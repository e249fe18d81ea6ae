package vn.ocopmarket.storefront.settlement.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.settlement.ClosingOutcome;
import vn.ocopmarket.storefront.settlement.ClosingPeriods;
import vn.ocopmarket.storefront.settlement.GatheringEntries;
import vn.ocopmarket.storefront.settlement.ReadingStatements;
import vn.ocopmarket.storefront.settlement.domain.Period;
import vn.ocopmarket.storefront.settlement.domain.Period.Trouble;

/** Settlements for programs. */
@RestController
class SettlementController {

    private final ClosingPeriods closing;
    private final GatheringEntries gathering;
    private final ReadingStatements reading;
    private final OwnStatements own;

    SettlementController(
            ClosingPeriods closing, GatheringEntries gathering, ReadingStatements reading, OwnStatements own) {
        this.closing = closing;
        this.gathering = gathering;
        this.reading = reading;
        this.own = own;
    }

    /** @param gathering how far what was sold is entered; a month is closed only when all of it is */
    record PeriodPage(List<PeriodView> items, @Nullable String next, GatheringEntries.Progress gathering) {}

    record StatementPage(
            List<StatementView> items, @Nullable String next) {}

    /** All months that were closed or are being closed, the newest first. */
    @GetMapping("/api/v1/settlements")
    Mono<PeriodPage> periods() {
        var periods = reading.periods()
                .map(period -> PeriodView.of(period, List.of()))
                .collectList();
        return Mono.zip(periods, gathering.progress()).map(found -> new PeriodPage(found.getT1(), null, found.getT2()));
    }

    @GetMapping("/api/v1/settlements/{month}")
    Mono<PeriodView> period(@PathVariable String month) {
        return reading.periods()
                .filter(period -> period.month().equals(Months.parse(month)))
                .next()
                .flatMap(this::withStatements)
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    /** Closes a month; again and by several it is closed once. */
    @PostMapping("/api/v1/settlements/{month}/closings")
    Mono<PeriodView> close(@PathVariable String month) {
        return closing.close(Months.parse(month)).flatMap(outcome -> switch (outcome) {
            case ClosingOutcome.Closed(var period) -> withStatements(period);
            case ClosingOutcome.Stuck(var period) ->
                Mono.error(Problem.of("period-stuck", 409)
                        .with(
                                "producers",
                                period.troubles().stream().map(Trouble::name).toList()));
            case ClosingOutcome.NotOver _ -> Mono.error(Problem.of("period-not-over", 409));
            case ClosingOutcome.Gathering _ -> Mono.error(Problem.of("period-gathering", 409));
            case ClosingOutcome.Passed(var last) ->
                Mono.error(Problem.of("period-passed", 409).with("last", last.toString()));
            case ClosingOutcome.Unfinished(var other) ->
                Mono.error(Problem.of("period-unfinished", 409).with("period", other.toString()));
        });
    }

    private Mono<PeriodView> withStatements(Period period) {
        return reading.of(period.month())
                .map(StatementView::of)
                .collectList()
                .map(statements -> PeriodView.of(period, statements));
    }

    /** A producer's own, the newest first and without their lines. */
    @GetMapping("/api/v1/statements")
    Mono<StatementPage> statements() {
        return own.all().map(StatementView::of).collectList().map(all -> new StatementPage(all, null));
    }

    @GetMapping("/api/v1/statements/{id}")
    Mono<StatementView> statement(@PathVariable String id) {
        return own.find(id).map(StatementView::of);
    }
}
