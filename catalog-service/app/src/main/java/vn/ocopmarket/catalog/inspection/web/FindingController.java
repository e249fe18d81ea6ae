package vn.ocopmarket.catalog.inspection.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.access.Where;
import vn.ocopmarket.catalog.inspection.FindingDraft;
import vn.ocopmarket.catalog.inspection.Findings;
import vn.ocopmarket.catalog.inspection.Findings.Query;
import vn.ocopmarket.catalog.inspection.Findings.Reach;
import vn.ocopmarket.catalog.inspection.Findings.Shelf;
import vn.ocopmarket.catalog.inspection.FollowingFindings;
import vn.ocopmarket.catalog.inspection.RecordingFindings;
import vn.ocopmarket.catalog.inspection.SuspendingForFindings;
import vn.ocopmarket.catalog.problem.Preconditions;
import vn.ocopmarket.catalog.problem.Problem;

/** Findings: recorded and followed by inspectors of the province, seen by its officers, answered by the producer. */
@RestController
@RequestMapping("/api/v1/findings")
class FindingController {

    private static final int MOST = 200;

    private final Findings findings;
    private final RecordingFindings recording;
    private final FollowingFindings following;
    private final SuspendingForFindings suspending;
    private final Clock clock;

    FindingController(
            Findings findings,
            RecordingFindings recording,
            FollowingFindings following,
            SuspendingForFindings suspending,
            Clock clock) {
        this.findings = findings;
        this.recording = recording;
        this.following = following;
        this.suspending = suspending;
        this.clock = clock;
    }

    /** What the address asks for; all of it may be left out. */
    record ListRequest(
            @Nullable String province,
            @Nullable Shelf list,
            @Nullable String producer,
            @Nullable String product) {}

    @GetMapping
    Mono<FindingListView> list(
            @ModelAttribute ListRequest request,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size,
            @AuthenticationPrincipal Jwt token) {
        var most = Math.clamp(size, 1, MOST);
        var at = Math.clamp(page, 1, 10_000);
        var today = LocalDate.now(clock);
        var reach = narrowed(reach(Caller.of(token.getClaims())), text(request.province()));
        var shelf = request.list() == null ? Shelf.ALL : request.list();
        var query = new Query(reach, shelf, text(request.producer()), text(request.product()), today);
        return Mono.zip(
                findings.counts(query),
                findings.list(query, (at - 1) * most, most).collectList(),
                (counts, found) ->
                        FindingListView.of(today, counts, found, new FindingListView.Paging(shelf, at, most)));
    }

    /** For everywhere or one's own; within that, for one province when one is named. */
    private static Reach narrowed(Reach reach, @Nullable String province) {
        if (province == null) {
            return reach;
        }
        var own = reach.everywhere() || reach.provinces().contains(province);
        return new Reach(false, own ? Set.of(province) : Set.of(), Set.of());
    }

    private static Reach reach(Caller caller) {
        return new Reach(
                caller.may(Permission.ADMINISTER),
                those(caller.provinces(), code -> caller.may(Permission.SEE_FINDINGS, Where.province(code))),
                those(caller.producers(), id -> caller.may(Permission.SEE_FINDINGS, new Where(null, id))));
    }

    private static Set<String> those(Set<String> some, Predicate<String> which) {
        return some.stream().filter(which).collect(Collectors.toUnmodifiableSet());
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<FindingView>> one(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        var caller = Caller.of(token.getClaims());
        return findings.find(id)
                .filter(finding -> caller.may(
                        Permission.SEE_FINDINGS,
                        Where.producer(
                                finding.subject().producerId(),
                                finding.subject().provinceCode())))
                .map(finding -> ResponseEntity.ok()
                        .eTag(Preconditions.tag(finding.revision()))
                        .body(FindingView.of(finding, LocalDate.now(clock))))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    @PostMapping
    Mono<ResponseEntity<FindingView>> record(@RequestBody FindingDraft draft, @AuthenticationPrincipal Jwt token) {
        return recording
                .record(draft, Caller.of(token.getClaims()))
                .map(FindingProblems::orProblem)
                .map(finding -> ResponseEntity.created(URI.create("/api/v1/findings/" + finding.id()))
                        .body(FindingView.of(finding, LocalDate.now(clock))));
    }

    /** What an act takes; each act reads its own. */
    record ActRequest(
            @Nullable String words,
            @Nullable LocalDate until,
            @Nullable String why,
            @Nullable String conclusion,
            @Nullable String product,
            @Nullable String number,
            @Nullable String reason) {}

    @PostMapping("/{id}/answers")
    Mono<FindingView> answer(
            @PathVariable String id, @RequestBody ActRequest request, @AuthenticationPrincipal Jwt token) {
        return following
                .answer(id, request.words(), Caller.of(token.getClaims()))
                .map(FindingProblems::orProblem)
                .map(finding -> FindingView.of(finding, LocalDate.now(clock)));
    }

    @PostMapping("/{id}/extensions")
    Mono<FindingView> extend(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ActRequest request,
            @AuthenticationPrincipal Jwt token) {
        return Mono.defer(() -> following.extend(
                        id, revision(ifMatch), request.until(), request.why(), Caller.of(token.getClaims())))
                .map(FindingProblems::orProblem)
                .map(finding -> FindingView.of(finding, LocalDate.now(clock)));
    }

    @PostMapping("/{id}/closings")
    Mono<FindingView> close(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ActRequest request,
            @AuthenticationPrincipal Jwt token) {
        return Mono.defer(() ->
                        following.close(id, revision(ifMatch), request.conclusion(), Caller.of(token.getClaims())))
                .map(FindingProblems::orProblem)
                .map(finding -> FindingView.of(finding, LocalDate.now(clock)));
    }

    @PostMapping("/{id}/suspensions")
    Mono<FindingView> suspend(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ActRequest request,
            @AuthenticationPrincipal Jwt token) {
        var wish = new SuspendingForFindings.Wish(request.product(), request.number(), request.reason());
        return Mono.defer(() -> suspending.suspend(id, revision(ifMatch), wish, Caller.of(token.getClaims())))
                .map(FindingProblems::orProblem)
                .map(finding -> FindingView.of(finding, LocalDate.now(clock)));
    }

    private static @Nullable Long revision(@Nullable String ifMatch) {
        return ifMatch == null ? null : Preconditions.revision(ifMatch);
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
