package vn.ocopmarket.storefront.settlement.web;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.settlement.ProvingSettlement;
import vn.ocopmarket.storefront.settlement.SettlementProof;

/** The proof of settlement for programs. */
@RestController
class SettlementProofController {

    private final ProvingSettlement proving;

    SettlementProofController(ProvingSettlement proving) {
        this.proving = proving;
    }

    /** The last proof; {@code fresh} makes one now, and gives the last one with 202 while it is not over. */
    @GetMapping("/api/v1/settlements/reconciliation")
    Mono<ResponseEntity<SettlementProof>> reconciliation(@RequestParam(defaultValue = "false") boolean fresh) {
        return fresh
                ? proving.proveWithin(SettlementProofPages.PATIENCE)
                        .map(ResponseEntity::ok)
                        .switchIfEmpty(Mono.defer(() -> proving.last()
                                .map(last -> ResponseEntity.accepted().body(last))))
                : proving.last().map(ResponseEntity::ok);
    }
}
