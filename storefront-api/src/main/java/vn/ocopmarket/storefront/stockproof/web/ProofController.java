package vn.ocopmarket.storefront.stockproof.web;

import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.stockproof.ProvingStock;
import vn.ocopmarket.storefront.stockproof.StockProof;

/** The proof of stock for programs. */
@RestController
class ProofController {

    /** A large market takes minutes. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ProvingStock proving;

    ProofController(ProvingStock proving) {
        this.proving = proving;
    }

    /** The last proof; {@code fresh} makes one now, and gives the last one with 202 while it is not over. */
    @GetMapping("/api/v1/stock/reconciliation")
    Mono<ResponseEntity<StockProof>> reconciliation(@RequestParam(defaultValue = "false") boolean fresh) {
        return fresh
                ? proving.proveWithin(PATIENCE)
                        .map(ResponseEntity::ok)
                        .switchIfEmpty(Mono.defer(() -> proving.last()
                                .map(last -> ResponseEntity.accepted().body(last))))
                : proving.last().map(ResponseEntity::ok);
    }
}
