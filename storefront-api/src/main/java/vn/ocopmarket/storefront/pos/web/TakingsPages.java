package vn.ocopmarket.storefront.pos.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.pos.FindTakings;

/** Receipts, and what a day brought. */
@Controller
class TakingsPages {

    private final Counters counters;
    private final CounterPages pages;
    private final FindTakings takings;
    private final Clock clock;

    TakingsPages(Counters counters, CounterPages pages, FindTakings takings, Clock clock) {
        this.counters = counters;
        this.pages = pages;
        this.takings = takings;
        this.clock = clock;
    }

    @GetMapping("/pos/{location}/receipts/{sale}")
    Mono<Rendering> receipt(@PathVariable String location, @PathVariable String sale) {
        return counters.at(location)
                .flatMap(counter -> takings.receipt(counter.id(), sale)
                        .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)))
                        .map(receipt -> pages.page("pos/receipt", counter, "sale")
                                .modelAttribute("receipt", ReceiptView.of(receipt, clock.getZone()))
                                .build()));
    }

    @GetMapping("/pos/{location}/takings")
    Mono<Rendering> takings(
            @PathVariable String location,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day) {
        var today = LocalDate.now(clock);
        return counters.at(location)
                .flatMap(counter -> takings.of(counter.id(), day == null ? today : day)
                        .map(found -> pages.page("pos/takings", counter, "takings")
                                .modelAttribute("day", found.day())
                                .modelAttribute("today", today)
                                .modelAttribute("total", Dong.text(found.total()))
                                .modelAttribute("sold", Dong.text(found.ofReceipts()))
                                .modelAttribute("units", found.units())
                                .modelAttribute("unbooked", Dong.text(found.ofDropped()))
                                .modelAttribute(
                                        "anyUnbooked", !found.ofDropped().equals(Money.ZERO))
                                .modelAttribute("collectedTotal", Dong.text(found.ofOrders()))
                                .modelAttribute(
                                        "collected",
                                        found.collected().stream()
                                                .map(order -> CollectedView.of(order, clock.getZone()))
                                                .toList())
                                .modelAttribute(
                                        "dropped",
                                        found.dropped().stream()
                                                .map(sale -> DroppedView.of(sale, clock.getZone()))
                                                .toList())
                                .modelAttribute(
                                        "receipts",
                                        found.receipts().stream()
                                                .map(receipt -> ReceiptView.of(receipt, clock.getZone()))
                                                .toList())
                                .build()));
    }
}
