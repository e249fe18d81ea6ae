package vn.ocopmarket.storefront.payout.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.payout.ReportingPayouts;
import vn.ocopmarket.storefront.payout.domain.PayoutReport;

/** What the card provider pays out, for who keeps the market's money. */
@DeskPage
@RequestMapping("/staff/payouts")
class PayoutPages {

    private static final int PAGE = 30;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ReportingPayouts reporting;
    private final MessageSource messages;
    private final Scheduler writing = WorkbookSchedulers.create();

    PayoutPages(ReportingPayouts reporting, MessageSource messages) {
        this.reporting = reporting;
        this.messages = messages;
    }

    @GetMapping
    Mono<Rendering> list(@RequestParam(required = false) @Nullable String after) {
        var looks = reporting.lastLook().map(List::of).defaultIfEmpty(List.of());
        return Mono.zip(reporting.page(after, PAGE).collectList(), looks)
                .map(found -> Rendering.view("payout/list")
                        .modelAttribute("reports", found.getT1())
                        .modelAttribute("looks", found.getT2())
                        .model(next(found.getT1()))
                        .build());
    }

    private static Map<String, String> next(List<PayoutReport> reports) {
        return reports.size() < PAGE
                ? Map.of()
                : Map.of("next", reports.getLast().payout().id());
    }

    @PostMapping
    Mono<Rendering> look() {
        return reporting
                .look()
                .map(_ -> "payouts-looked")
                .onErrorReturn("payouts-silent")
                .map(done -> Rendering.redirectTo("/staff/payouts?done=" + done)
                        .status(HttpStatus.SEE_OTHER)
                        .build());
    }

    @GetMapping("/{id}")
    Mono<Rendering> show(@PathVariable String id) {
        return find(id).map(report ->
                Rendering.view("payout/show").modelAttribute("report", report).build());
    }

    @GetMapping("/{id}/payout.xlsx")
    Mono<ResponseEntity<byte[]>> workbook(@PathVariable String id, Locale language) {
        return find(id).flatMap(report -> Mono.fromCallable(() -> new PayoutWorkbook(messages, language).of(report))
                        .subscribeOn(writing))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(XLSX)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(id + ".xlsx")
                                        .build()
                                        .toString())
                        .body(bytes));
    }

    private Mono<PayoutReport> find(String id) {
        return reporting.find(id).switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }
}
