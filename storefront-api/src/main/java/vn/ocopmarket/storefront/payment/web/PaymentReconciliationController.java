package vn.ocopmarket.storefront.payment.web;

import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.SharedRun;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.payment.CardProvider.UnreachableException;
import vn.ocopmarket.storefront.payment.ReconcilingPayments;
import vn.ocopmarket.storefront.payment.ReconcilingPayments.Report;

/** Shows administrators the last comparison with the card provider, and makes one now. */
@RestController
class PaymentReconciliationController {

    private static final Duration WINDOW = Duration.ofDays(30);

    /** A month of a large market takes minutes at the provider. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReconcilingPayments reconciling;
    private final SharedRun<Report> run;

    PaymentReconciliationController(ReconcilingPayments reconciling) {
        this.reconciling = reconciling;
        this.run = new SharedRun<>(reconciling.reconcile(WINDOW));
    }

    @GetMapping("/api/v1/payments/reconciliation")
    Mono<Report> last() {
        return reconciling.last().switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    /** 202 with the last report, if there is one, while the run goes on; its own is the last one when it is over. */
    @PostMapping("/api/v1/payments/reconciliation")
    Mono<ResponseEntity<Report>> now() {
        return run.resultWithin(PATIENCE)
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.defer(() ->
                        reconciling.last().map(last -> ResponseEntity.accepted().body(last))))
                .defaultIfEmpty(ResponseEntity.accepted().build())
                .onErrorMap(UnreachableException.class, _ -> Problem.of("payment-provider-unreachable", 503));
    }
}
