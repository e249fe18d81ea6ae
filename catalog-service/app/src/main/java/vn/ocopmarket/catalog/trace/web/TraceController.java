package vn.ocopmarket.catalog.trace.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.trace.FindTraces;
import vn.ocopmarket.catalog.trace.Lots;
import vn.ocopmarket.contract.gs1.DigitalLinkReader;
import vn.ocopmarket.contract.gs1.DigitalLinkReading;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.contract.trace.TraceRecord;

/** What the storefront reads for trace pages and recalls. */
@RestController
class TraceController {

    private static final int MOST = 500;

    private final FindTraces traces;
    private final Lots lots;

    TraceController(FindTraces traces, Lots lots) {
        this.traces = traces;
        this.lots = lots;
    }

    /** @param link path of a GS1 Digital Link, percent-encoded as on the pack */
    @GetMapping("/api/v1/traces")
    Mono<TraceRecord> behind(@RequestParam String link) {
        return switch (DigitalLinkReader.read(link, null)) {
            case DigitalLinkReading.Refused _ ->
                Mono.error(Problem.invalid(List.of(FieldError.of("link", "malformed"))));
            case DigitalLinkReading.Read(var read, var _) ->
                traces.behind(read).switchIfEmpty(Mono.error(Problem::notFound));
        };
    }

    @GetMapping("/api/v1/traces/{lot}")
    Mono<TraceRecord> ofLot(@PathVariable String lot) {
        return traces.ofLot(lot).switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** Recalled lots, those whose recall began or ended at the given instant or later; oldest first. */
    @GetMapping("/api/v1/recalls")
    Mono<Recalls> recalls(
            @RequestParam(required = false) @Nullable Instant since, @RequestParam(defaultValue = "100") int limit) {
        return lots.recalledSince(since == null ? Instant.EPOCH : since, Math.clamp(limit, 1, MOST))
                .collectList()
                .map(Recalls::new);
    }

    record Recalls(List<LotRecord> items) {}
}
