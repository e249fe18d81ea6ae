package vn.ocopmarket.catalog.trace.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Preconditions;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.trace.ClosingDraft;
import vn.ocopmarket.catalog.trace.KeepingLots;
import vn.ocopmarket.catalog.trace.LotDraft;
import vn.ocopmarket.catalog.trace.Lots;
import vn.ocopmarket.catalog.trace.RecallDraft;
import vn.ocopmarket.catalog.trace.RecallingLots;
import vn.ocopmarket.contract.trace.LotRecord;

@RestController
@RequestMapping("/api/v1/lots")
class LotController {

    private static final int LARGEST_PAGE = 500;

    private final Lots lots;
    private final KeepingLots keeping;
    private final RecallingLots recalling;

    LotController(Lots lots, KeepingLots keeping, RecallingLots recalling) {
        this.lots = lots;
        this.keeping = keeping;
        this.recalling = recalling;
    }

    @GetMapping
    Mono<LotPage> ofProduct(
            @RequestParam String product,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Math.clamp(limit, 1, LARGEST_PAGE);
        return lots.ofProduct(product, cursor, size).collectList().map(items -> LotPage.of(items, size));
    }

    /** For the product's page. */
    @GetMapping("/newest")
    Mono<LotPage> newest(@RequestParam String product, @RequestParam(defaultValue = "6") int limit) {
        return lots.newestOf(product, Math.clamp(limit, 1, LARGEST_PAGE))
                .collectList()
                .map(items -> new LotPage(items, null));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<LotRecord>> one(@PathVariable String id) {
        return lots.find(id).map(LotController::tagged).switchIfEmpty(Mono.error(Problem::notFound));
    }

    @PostMapping
    Mono<ResponseEntity<LotRecord>> add(@RequestBody LotDraft draft, @AuthenticationPrincipal Jwt token) {
        return keeping.add(draft, Caller.of(token.getClaims()))
                .map(Outcome::orProblem)
                .map(added -> ResponseEntity.created(URI.create("/api/v1/lots/" + added.id()))
                        .eTag(Preconditions.tag(added.revision()))
                        .body(added));
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<LotRecord>> edit(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody LotDraft draft,
            @AuthenticationPrincipal Jwt token) {
        return Mono.defer(() -> keeping.edit(id, Preconditions.revision(ifMatch), draft, Caller.of(token.getClaims())))
                .map(Outcome::orProblem)
                .map(LotController::tagged);
    }

    @PostMapping("/{id}/recalls")
    Mono<ResponseEntity<LotRecord>> recall(
            @PathVariable String id, @RequestBody RecallDraft draft, @AuthenticationPrincipal Jwt token) {
        return recalling
                .recall(id, draft, Caller.of(token.getClaims()))
                .map(Outcome::orProblem)
                .map(LotController::tagged);
    }

    @PostMapping("/{id}/recalls/closings")
    Mono<ResponseEntity<LotRecord>> close(
            @PathVariable String id, @RequestBody ClosingDraft draft, @AuthenticationPrincipal Jwt token) {
        return recalling
                .close(id, draft, Caller.of(token.getClaims()))
                .map(Outcome::orProblem)
                .map(LotController::tagged);
    }

    private static ResponseEntity<LotRecord> tagged(LotRecord lot) {
        return ResponseEntity.ok().eTag(Preconditions.tag(lot.revision())).body(lot);
    }

    record LotPage(List<LotRecord> items, @Nullable String next) {

        static LotPage of(List<LotRecord> items, int size) {
            return new LotPage(
                    items, items.size() < size ? null : items.getLast().id());
        }
    }
}
