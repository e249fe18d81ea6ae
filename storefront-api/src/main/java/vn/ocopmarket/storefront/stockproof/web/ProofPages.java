package vn.ocopmarket.storefront.stockproof.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.stockproof.ProvingStock;
import vn.ocopmarket.storefront.stockproof.StockProof.Discrepancy;

/** What the last proof of stock found, and a button for another. */
@DeskPage
@RequestMapping("/staff/proof")
class ProofPages {

    /** The words of each rule, by the name it has in the report. */
    private static final Map<String, String> RULES = Map.of(
            "onHand = Σ ledger", "ledger",
            "ledger without level", "no-level",
            "available = onHand − allocated − Σ holds", "available",
            "allocated = Σ allocations", "allocations",
            "0 ≤ available ≤ onHand", "bounds",
            "allocated = ordered", "allocated",
            "nothing allocated after it left", "left",
            "nothing promised after it ended", "ended",
            "allocated to an order", "nobody");

    private final ProvingStock proving;

    ProofPages(ProvingStock proving) {
        this.proving = proving;
    }

    /** What is about one level or order, as the page shows it. */
    record Row(String about, String rule, long expected, long found) {

        static Row of(Discrepancy found) {
            var about = found.levelId() == null ? found.orderId() + " · " + found.sku() : found.levelId();
            return new Row(about, RULES.getOrDefault(found.rule(), "promised"), found.expected(), found.found());
        }
    }

    @GetMapping
    Mono<Rendering> show() {
        return proving.last()
                .map(proof -> Rendering.view("stockproof/show")
                        .modelAttribute("proof", proof)
                        .modelAttribute("wrong", rows(proof.discrepancies()))
                        .modelAttribute("healed", rows(proof.healed()))
                        .build());
    }

    @PostMapping
    Mono<Rendering> prove() {
        return proving.proveWithin(ProofController.PATIENCE)
                .map(_ -> "stock-proved")
                .defaultIfEmpty("stock-being-proved")
                .map(done -> Rendering.redirectTo("/staff/proof?done=" + done)
                        .status(HttpStatus.SEE_OTHER)
                        .build());
    }

    private static List<Row> rows(List<Discrepancy> all) {
        return all.stream().map(Row::of).toList();
    }
}
