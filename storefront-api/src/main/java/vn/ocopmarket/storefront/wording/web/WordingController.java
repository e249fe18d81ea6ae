package vn.ocopmarket.storefront.wording.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
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
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.wording.KeepingWordings;
import vn.ocopmarket.storefront.wording.TryingWordings;
import vn.ocopmarket.storefront.wording.WordingOutcome;
import vn.ocopmarket.storefront.wording.domain.WordGroup;
import vn.ocopmarket.storefront.wording.domain.Wording;

/** The words that search understands, for programs. */
@RestController
@RequestMapping("/api/v1/wordings")
class WordingController {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    private final KeepingWordings keeping;
    private final CurrentStaff staff;
    private final WordingWords words;

    WordingController(KeepingWordings keeping, CurrentStaff staff, WordingWords words) {
        this.keeping = keeping;
        this.staff = staff;
        this.words = words;
    }

    @GetMapping
    Mono<WordingView.Page> list(@RequestParam(defaultValue = "") String q) {
        return keeping.list(q)
                .map(found ->
                        new WordingView.Page(found.stream().map(WordingView::of).toList(), null));
    }

    @PostMapping
    Mono<ResponseEntity<WordingView>> add(@Valid @RequestBody GroupRequest request, Locale locale) {
        return officer()
                .flatMap(by -> keeping.add(request.group(), by))
                .map(outcome -> words.doneOrProblem(outcome, locale))
                .map(added -> ResponseEntity.created(URI.create("/api/v1/wordings/" + added.id()))
                        .eTag(etag(added))
                        .body(WordingView.of(added)));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<WordingView>> one(@PathVariable String id) {
        return keeping.find(id)
                .map(WordingController::answer)
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<WordingView>> change(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @Valid @RequestBody GroupRequest request,
            Locale locale) {
        return officer()
                .flatMap(by -> keeping.change(step(id, version, by), request.group()))
                .map(outcome -> answer(outcome, locale));
    }

    @PostMapping("/{id}/publications")
    Mono<ResponseEntity<WordingView>> publish(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            Locale locale) {
        return officer().flatMap(by -> keeping.publish(step(id, version, by))).map(outcome -> answer(outcome, locale));
    }

    @PostMapping("/{id}/withdrawals")
    Mono<ResponseEntity<WordingView>> takeBack(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            Locale locale) {
        return officer().flatMap(by -> keeping.takeBack(step(id, version, by))).map(outcome -> answer(outcome, locale));
    }

    @PostMapping("/{id}/previews")
    Mono<TryingWordings.Trial> preview(@PathVariable String id, @Valid @RequestBody PreviewRequest request) {
        return keeping.preview(id, Objects.requireNonNullElse(request.queries(), List.of()))
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    private Mono<String> officer() {
        return staff.get().map(StaffMember::email);
    }

    private ResponseEntity<WordingView> answer(WordingOutcome outcome, Locale locale) {
        return answer(words.doneOrProblem(outcome, locale));
    }

    private static ResponseEntity<WordingView> answer(Wording wording) {
        return ResponseEntity.ok().eTag(etag(wording)).body(WordingView.of(wording));
    }

    private static String etag(Wording wording) {
        return "\"" + wording.version() + "\"";
    }

    /** Whoever has not read it may not change it. */
    private static KeepingWordings.Step step(String id, @Nullable String version, String by) {
        if (version == null) {
            throw Problem.of("precondition-required", 428);
        }
        var known = ETAG.matcher(version.strip());
        return new KeepingWordings.Step(id, known.matches() ? Long.parseLong(known.group(1)) : -1, by);
    }

    /** A group as it is sent. */
    record GroupRequest(
            @NotNull @Size(max = 50) List<@NotNull @Size(max = 200) String> words,
            @Nullable @Size(max = 1000) String region,
            @Nullable @Size(max = 1000) String trade,
            @Nullable @Size(max = 1000) String note) {

        WordGroup group() {
            return new WordGroup(
                    words,
                    Objects.requireNonNullElse(region, ""),
                    Objects.requireNonNullElse(trade, ""),
                    Objects.requireNonNullElse(note, ""));
        }
    }

    /** What to try it with; its own words when nothing is said. */
    record PreviewRequest(@Nullable @Size(max = 10) List<@NotNull @Size(max = 120) String> queries) {}
}
