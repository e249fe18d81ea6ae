package vn.ocopmarket.catalog.certificate.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.certificate.ActingOnMany;
import vn.ocopmarket.catalog.certificate.ActingOnMany.Act;
import vn.ocopmarket.catalog.certificate.ActingOnMany.Target;
import vn.ocopmarket.catalog.certificate.AttachingDecisions;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** One act on many products, each answered for itself. */
@RestController
class BulkController {

    private final ActingOnMany acting;
    private final AttachingDecisions decisions;
    private final CameViews views;
    private final Clock clock;

    BulkController(ActingOnMany acting, AttachingDecisions decisions, CameViews views, Clock clock) {
        this.acting = acting;
        this.decisions = decisions;
        this.views = views;
        this.clock = clock;
    }

    /**
     * What is to be done to which.
     *
     * @param act as in the address of the single act, or {@code decisions}, or {@code papers-checks}
     * @param fields what the act takes; for papers-checks its day and reason
     * @param sha256 of a decision that is kept here already, for the act decisions
     */
    record BulkRequest(
            @Nullable String act,
            @Nullable List<@Nullable Target> items,
            @Nullable ActRequest fields,
            @Nullable String sha256) {}

    record BulkView(List<CameViews.CameView> items) {}

    @PostMapping("/api/v1/certificates/acts")
    Mono<BulkView> act(@RequestBody BulkRequest request, Locale language, @AuthenticationPrincipal Jwt token) {
        var caller = Caller.of(token.getClaims());
        return Mono.defer(() -> {
                    var targets = targets(request);
                    return wanted(request, caller)
                            .flatMapMany(act -> acting.act(targets, act, caller))
                            .map(came -> views.of(came, language))
                            .collectList();
                })
                .map(BulkView::new);
    }

    private static List<Target> targets(BulkRequest request) {
        var targets = Objects.requireNonNullElse(request.items(), List.<@Nullable Target>of());
        if (targets.isEmpty()) {
            throw Problem.invalid(List.of(FieldError.of("items", "required")));
        }
        if (targets.size() > ActingOnMany.MOST) {
            throw Problem.invalid(List.of(FieldError.of("items", "too-many", ActingOnMany.MOST)));
        }
        var missing = IntStream.range(0, targets.size())
                .filter(at -> namesNothing(targets.get(at)))
                .mapToObj(at -> FieldError.of("items[" + at + "]", "required"))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
        return targets.stream().filter(Objects::nonNull).toList();
    }

    private static boolean namesNothing(@Nullable Target target) {
        return target == null || target.product().isBlank();
    }

    private Mono<Act> wanted(BulkRequest request, Caller caller) {
        var today = LocalDate.now(clock);
        var fields = Objects.requireNonNullElse(
                request.fields(), new ActRequest(null, null, null, null, null, null, null, null, null));
        return switch (Objects.requireNonNullElse(request.act(), "")) {
            case "decisions" ->
                decisions
                        .naming(Objects.requireNonNullElse(request.sha256(), ""), fields.decisionOrEmpty())
                        .<Act>map(Act.ToCertificates::new)
                        .switchIfEmpty(Mono.error(
                                () -> Problem.invalid(List.of(FieldError.of("sha256", "unknown-decision")))));
            case "papers-checks" ->
                Mono.just(
                        new Act.PapersChecked(Objects.requireNonNullElse(fields.on(), today), fields.reasonOrEmpty()));
            case String kind -> Mono.just(new Act.ToCertificates(fields.act(kind, caller, today)));
        };
    }
}
