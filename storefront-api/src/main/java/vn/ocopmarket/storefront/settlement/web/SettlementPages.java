package vn.ocopmarket.storefront.settlement.web;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.settlement.ClosingOutcome;
import vn.ocopmarket.storefront.settlement.ClosingPeriods;
import vn.ocopmarket.storefront.settlement.GatheringEntries;
import vn.ocopmarket.storefront.settlement.ReadingStatements;

/** What is owed to producers, for who keeps the market's money. */
@DeskPage
@RequestMapping("/staff/settlements")
class SettlementPages {

    private final ClosingPeriods closing;
    private final GatheringEntries gathering;
    private final ReadingStatements reading;

    SettlementPages(ClosingPeriods closing, GatheringEntries gathering, ReadingStatements reading) {
        this.closing = closing;
        this.gathering = gathering;
        this.reading = reading;
    }

    @GetMapping
    Mono<Rendering> list() {
        var periods = reading.periods().map(period -> PeriodView.of(period, List.of()));
        return Mono.zip(periods.collectList(), reading.open(), gathering.progress(), gathering.stuck())
                .map(found -> {
                    var last = reading.lastOver();
                    var month = last.toString();
                    return Rendering.view("settlement/periods")
                            .modelAttribute("periods", found.getT1())
                            .modelAttribute("open", found.getT2())
                            .modelAttribute("month", month)
                            .modelAttribute("closable", found.getT1().stream().noneMatch(closed(month)))
                            .modelAttribute("stuck", found.getT4())
                            .modelAttribute("gathered", found.getT3().isPast(last.atEndOfMonth()))
                            .build();
                });
    }

    @GetMapping("/{month}")
    Mono<Rendering> show(@PathVariable String month) {
        var wanted = Months.parse(month);
        return reading.periods()
                .filter(period -> period.month().equals(wanted))
                .next()
                .flatMap(period -> reading.of(wanted)
                        .map(StatementView::of)
                        .collectList()
                        .map(statements -> PeriodView.of(period, statements)))
                .map(view -> Rendering.view("settlement/period")
                        .modelAttribute("view", view)
                        .build())
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    @PostMapping("/{month}/closings")
    Mono<Rendering> close(@PathVariable String month) {
        return closing.close(Months.parse(month)).map(outcome -> switch (outcome) {
            case ClosingOutcome.Closed(var period) -> to("/" + period.month(), "period-closed");
            case ClosingOutcome.Stuck(var period) -> to("/" + period.month(), "period-stuck");
            case ClosingOutcome.NotOver _ -> to("", "period-not-over");
            case ClosingOutcome.Gathering _ -> to("", "period-gathering");
            case ClosingOutcome.Passed _ -> to("", "period-passed");
            case ClosingOutcome.Unfinished _ -> to("", "period-unfinished");
        });
    }

    private static Predicate<PeriodView> closed(String month) {
        return period -> period.period().equals(month) && period.closedAt() != null;
    }

    private static Rendering to(String path, String done) {
        return Rendering.redirectTo("/staff/settlements" + path + "?done=" + done)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
