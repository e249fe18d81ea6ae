package vn.ocopmarket.storefront.settlement.web;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.settlement.ProvingSettlement;

/** What the last proof of settlement found, and a button for another. */
@DeskPage
@RequestMapping("/staff/settlements/proof")
class SettlementProofPages {

    /** A proof of much takes longer, and goes on meanwhile. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ProvingSettlement proving;

    SettlementProofPages(ProvingSettlement proving) {
        this.proving = proving;
    }

    @GetMapping
    Mono<Rendering> show() {
        return proving.last()
                .map(proof -> Rendering.view("settlement/proof")
                        .modelAttribute("proof", proof)
                        .modelAttribute("months", proof.result().months())
                        .modelAttribute("findings", proof.result().findings())
                        .build())
                .timeout(PATIENCE, Mono.fromSupplier(() -> to("/staff/settlements?done=settlement-proving")));
    }

    @PostMapping
    Mono<Rendering> prove() {
        return proving.proveWithin(PATIENCE)
                .map(_ -> "/staff/settlements/proof?done=settlement-proved")
                .defaultIfEmpty("/staff/settlements?done=settlement-proving")
                .map(SettlementProofPages::to);
    }

    private static Rendering to(String page) {
        return Rendering.redirectTo(page).status(HttpStatus.SEE_OTHER).build();
    }
}
