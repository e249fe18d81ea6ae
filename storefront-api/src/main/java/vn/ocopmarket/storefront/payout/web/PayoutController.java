package vn.ocopmarket.storefront.payout.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.payout.Payouts.Look;
import vn.ocopmarket.storefront.payout.ReportingPayouts;
import vn.ocopmarket.storefront.payout.domain.PayoutReport;

/** Payouts for programs. */
@RestController
class PayoutController {

    private static final int MOST = 100;

    private final ReportingPayouts reporting;

    PayoutController(ReportingPayouts reporting) {
        this.reporting = reporting;
    }

    record PayoutPage(List<PayoutReport> items, @Nullable String next) {}

    /** The newest first. */
    @GetMapping("/api/v1/payouts")
    Mono<PayoutPage> list(
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String cursor) {
        var most = Math.clamp(limit, 1, MOST);
        return reporting.page(cursor, most).collectList().map(found -> {
            var next = found.size() < most ? null : found.getLast().payout().id();
            return new PayoutPage(found, next);
        });
    }

    @GetMapping("/api/v1/payouts/{id}")
    Mono<PayoutReport> one(@PathVariable String id) {
        return reporting.find(id).switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    /** Looks at the provider now. */
    @PostMapping("/api/v1/payouts/looks")
    Mono<Look> look() {
        return reporting.look().onErrorMap(_ -> Problem.of("unavailable", 503).header("Retry-After", "30"));
    }
}
