package vn.ocopmarket.catalog.stamp.web;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.history.ReadingHistory;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.stamp.BatchDraft;
import vn.ocopmarket.catalog.stamp.GivingStamps;
import vn.ocopmarket.catalog.stamp.NoteDraft;
import vn.ocopmarket.catalog.stamp.NotingStamps;
import vn.ocopmarket.catalog.stamp.NumbersDraft;
import vn.ocopmarket.catalog.stamp.PrintingStamps;
import vn.ocopmarket.catalog.stamp.RangeDraft;
import vn.ocopmarket.catalog.stamp.SeeingStamps;
import vn.ocopmarket.catalog.stamp.StampBatch;
import vn.ocopmarket.catalog.stamp.StampOutcome;

/** Batches of stamps, for the officers of their provinces. */
@RestController
@RequestMapping("/api/v1/stamp-batches")
class StampBatchController {

    private static final int MOST = 200;

    private final SeeingStamps seeing;
    private final PrintingStamps printing;
    private final GivingStamps giving;
    private final NotingStamps noting;

    StampBatchController(SeeingStamps seeing, PrintingStamps printing, GivingStamps giving, NotingStamps noting) {
        this.seeing = seeing;
        this.printing = printing;
        this.giving = giving;
        this.noting = noting;
    }

    /** A page of a list; the latest printed first. */
    record BatchPage(long total, int page, long pages, List<BatchView> items) {}

    @GetMapping
    Mono<BatchPage> list(
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size,
            @AuthenticationPrincipal Jwt token) {
        var most = Math.clamp(size, 1, MOST);
        var at = Math.clamp(page, 1, 10_000);
        return seeing.list(Caller.of(token.getClaims()), province, at, most)
                .map(found -> new BatchPage(
                        found.total(),
                        at,
                        Math.max(1, Math.ceilDiv(found.total(), (long) most)),
                        found.items().stream()
                                .map(listed -> BatchView.listed(listed.batch(), listed.counts()))
                                .toList()));
    }

    @PostMapping
    Mono<ResponseEntity<BatchView>> record(@RequestBody BatchDraft draft, @AuthenticationPrincipal Jwt token) {
        return printing.record(draft, Caller.of(token.getClaims()))
                .map(StampProblems::orProblem)
                .map(made -> ResponseEntity.created(URI.create(
                                "/api/v1/stamp-batches/" + made.batch().id()))
                        .body(BatchView.whole(made.batch(), Set.of())));
    }

    @GetMapping("/{id}")
    Mono<BatchView> one(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        return seeing.find(id, Caller.of(token.getClaims()))
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(this::view);
    }

    /** Who did what, when and why. */
    @GetMapping("/{id}/history")
    Mono<ReadingHistory.Page> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Jwt token) {
        return seeing.history(id, Caller.of(token.getClaims()), cursor, limit)
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    @PostMapping("/{id}/ranges")
    Mono<BatchView> give(@PathVariable String id, @RequestBody RangeDraft draft, @AuthenticationPrincipal Jwt token) {
        return viewed(giving.give(id, draft, Caller.of(token.getClaims())));
    }

    @PostMapping("/{id}/ranges/{range}/returns")
    Mono<BatchView> takeBack(
            @PathVariable String id,
            @PathVariable String range,
            @RequestBody NumbersDraft draft,
            @AuthenticationPrincipal Jwt token) {
        return viewed(giving.takeBack(id, range, draft, Caller.of(token.getClaims())));
    }

    @PostMapping("/{id}/notes")
    Mono<BatchView> note(@PathVariable String id, @RequestBody NoteDraft draft, @AuthenticationPrincipal Jwt token) {
        return viewed(noting.note(id, draft, Caller.of(token.getClaims())));
    }

    @PostMapping("/{id}/corrections")
    Mono<BatchView> correct(
            @PathVariable String id, @RequestBody NumbersDraft draft, @AuthenticationPrincipal Jwt token) {
        return viewed(noting.correct(id, draft, Caller.of(token.getClaims())));
    }

    private Mono<BatchView> viewed(Mono<StampOutcome> outcome) {
        return outcome.map(StampProblems::orProblem).flatMap(this::view);
    }

    private Mono<BatchView> view(StampBatch kept) {
        var batch = kept.batch();
        var products =
                batch.ranges().stream().map(range -> range.holder().product()).collect(Collectors.toUnmodifiableSet());
        return seeing.certified(products).map(certified -> BatchView.whole(batch, certified));
    }
}
