package vn.ocopmarket.catalog.producer.web;

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
import vn.ocopmarket.catalog.history.Histories.Kind;
import vn.ocopmarket.catalog.history.ReadingHistory;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Preconditions;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.producer.KeepingProducers;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.catalog.producer.ProducerDraft;
import vn.ocopmarket.catalog.producer.Producers;
import vn.ocopmarket.contract.product.ProducerRecord;

@RestController
@RequestMapping("/api/v1/producers")
class ProducerController {

    private static final int LARGEST_PAGE = 500;

    private final Producers producers;
    private final KeepingProducers keeping;
    private final ReadingHistory history;

    ProducerController(Producers producers, KeepingProducers keeping, ReadingHistory history) {
        this.history = history;
        this.producers = producers;
        this.keeping = keeping;
    }

    @GetMapping
    Mono<ProducerPage> page(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        var size = Math.clamp(limit, 1, LARGEST_PAGE);
        return producers
                .page(cursor, size)
                .map(KnownProducer::record)
                .collectList()
                .map(items -> ProducerPage.of(items, size));
    }

    @GetMapping("/{idOrSlug}")
    Mono<ResponseEntity<ProducerRecord>> one(@PathVariable String idOrSlug) {
        return producers
                .find(idOrSlug)
                .map(found -> tagged(found.record()))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    @PostMapping
    Mono<ResponseEntity<ProducerRecord>> add(@RequestBody ProducerDraft draft, @AuthenticationPrincipal Jwt token) {
        return keeping.add(draft, Caller.of(token.getClaims()))
                .map(Outcome::orProblem)
                .map(added -> ResponseEntity.created(URI.create("/api/v1/producers/" + added.id()))
                        .eTag(Preconditions.tag(added.revision()))
                        .body(added));
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<ProducerRecord>> edit(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ProducerDraft draft,
            @AuthenticationPrincipal Jwt token) {
        return Mono.defer(() -> keeping.edit(id, Preconditions.revision(ifMatch), draft, Caller.of(token.getClaims())))
                .map(Outcome::orProblem)
                .map(ProducerController::tagged);
    }

    /** Who did what, when and why: for its officers and itself. */
    @GetMapping("/{id}/history")
    Mono<ReadingHistory.Page> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Jwt token) {
        var caller = Caller.of(token.getClaims());
        return producers
                .find(id)
                .filter(producer -> caller.keepsProducer(producer.record().id(), producer.provinceCode()))
                .flatMap(producer ->
                        history.page(Kind.PRODUCER, producer.record().id(), producer.history(), cursor, limit))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    private static ResponseEntity<ProducerRecord> tagged(ProducerRecord producer) {
        return ResponseEntity.ok().eTag(Preconditions.tag(producer.revision())).body(producer);
    }

    record ProducerPage(
            List<ProducerRecord> items, @Nullable String next) {

        static ProducerPage of(List<ProducerRecord> items, int size) {
            return new ProducerPage(
                    items, items.size() < size ? null : items.getLast().id());
        }
    }
}
