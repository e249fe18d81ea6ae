package vn.ocopmarket.storefront.payment.web;

import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.payment.CardProvider.UnreachableException;
import vn.ocopmarket.storefront.payment.ReconcilingPayments;
import vn.ocopmarket.storefront.payment.ReconcilingPayments.Report;

/** Shows administrators the last comparison with the card provider, and makes one now. */
@RestController
class PaymentReconciliationController {

    private static final Duration WINDOW = Duration.ofDays(30);

    private final ReconcilingPayments reconciling;

    PaymentReconciliationController(ReconcilingPayments reconciling) {
        this.reconciling = reconciling;
    }

    @GetMapping("/api/v1/payments/reconciliation")
    Mono<Report> last() {
        return reconciling.last().switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    @PostMapping("/api/v1/payments/reconciliation")
    Mono<Report> now() {
        return reconciling
                .reconcile(WINDOW)
                .onErrorMap(UnreachableException.class, _ -> Problem.of("payment-provider-unreachable", 503));
    }
}
