package vn.ocopmarket.catalog.proposal.web;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.catalog.proposal.DecidingProposals;
import vn.ocopmarket.catalog.proposal.Decision;
import vn.ocopmarket.catalog.proposal.EditingProducts.Submission;
import vn.ocopmarket.catalog.proposal.Proposals.Waiting;
import vn.ocopmarket.catalog.proposal.ReadingProposals;
import vn.ocopmarket.catalog.proposal.domain.Content;
import vn.ocopmarket.catalog.proposal.domain.FieldRef;
import vn.ocopmarket.catalog.proposal.domain.ProductProposals.Key;

/** Reading proposals and deciding on them. */
@RestController
@RequestMapping("/api/v1/proposals")
class ProposalController {

    private static final int MOST = 50;
    private static final int LONGEST_REASON = 1_000;
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})-([0-9a-z]{1,32})");

    private final ReadingProposals reading;
    private final DecidingProposals deciding;
    private final Products products;

    ProposalController(ReadingProposals reading, DecidingProposals deciding, Products products) {
        this.products = products;
        this.reading = reading;
        this.deciding = deciding;
    }

    /** What waits for the caller to decide, the longest waiting first. */
    @GetMapping
    Mono<ProposalPage> waiting(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit,
            @AuthenticationPrincipal Jwt token) {
        var size = Math.clamp(limit, 1, MOST);
        return Mono.defer(() -> reading.waiting(Caller.of(token.getClaims()), after(cursor), size)
                .collectList()
                .map(found -> ProposalPage.of(found, size)));
    }

    /** Those of the caller's own producers, the latest first. */
    @GetMapping("/own")
    Mono<ProposalPage> own(@AuthenticationPrincipal Jwt token) {
        return reading.own(Caller.of(token.getClaims())).map(ProposalPage::of);
    }

    /** Those about one product, the latest first. */
    @GetMapping(params = "product")
    Mono<ProposalPage> about(@RequestParam String product, @AuthenticationPrincipal Jwt token) {
        return reading.about(product, Caller.of(token.getClaims()))
                .zipWith(
                        current(product),
                        (found, current) -> new ProposalPage(
                                found.stream()
                                        .map(one -> ProposalView.beside(one, current))
                                        .toList(),
                                null))
                .defaultIfEmpty(new ProposalPage(List.of(), null));
    }

    @GetMapping("/{id}")
    Mono<ProposalView> one(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        return Mono.justOrEmpty(Key.parse(id))
                .flatMap(key -> reading.one(key, Caller.of(token.getClaims())))
                .zipWhen(
                        found -> current(found.proposals().productId())
                                .defaultIfEmpty(found.proposal().base()),
                        ProposalView::beside)
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    private Mono<Content> current(String product) {
        return products.find(product).map(found -> Content.of(found.record()));
    }

    @PostMapping("/{id}/approvals")
    Mono<ProposalView> approve(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        return decide(id, token, deciding::approve);
    }

    @PostMapping("/{id}/returns")
    Mono<ProposalView> giveBack(
            @PathVariable String id, @RequestBody ReturnRequest request, @AuthenticationPrincipal Jwt token) {
        var reason = Objects.requireNonNullElse(request.reason(), "").strip();
        if (reason.isEmpty()) {
            return Mono.error(Problem.invalid(List.of(FieldError.of("reason", "required"))));
        }
        if (reason.length() > LONGEST_REASON) {
            return Mono.error(Problem.invalid(List.of(FieldError.of("reason", "too-long", LONGEST_REASON))));
        }
        return decide(id, token, (key, caller) -> deciding.giveBack(key, reason, caller));
    }

    @PostMapping("/{id}/withdrawals")
    Mono<ProposalView> withdraw(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        return decide(id, token, deciding::withdraw);
    }

    private static Mono<ProposalView> decide(String id, Jwt token, BiFunction<Key, Caller, Mono<Decision>> how) {
        return Mono.justOrEmpty(Key.parse(id))
                .flatMap(key -> how.apply(key, Caller.of(token.getClaims())))
                .defaultIfEmpty(new Decision.Unknown())
                .map(ProposalController::orProblem);
    }

    private static ProposalView orProblem(Decision decision) {
        return switch (decision) {
            case Decision.Decided(var proposals, var proposal) -> ProposalView.of(new Submission(proposals, proposal));
            case Decision.Unknown _ -> throw Problem.notFound();
            case Decision.NotNow(var state) ->
                throw Problem.of("transition-not-allowed", 409)
                        .with("state", state)
                        .with("allowed", List.copyOf(state.next()));
            case Decision.Collides(var fields) ->
                throw Problem.of("changes-collide", 409)
                        .with(
                                "fields",
                                fields.stream().map(FieldRef::field).distinct().toList());
            case Decision.Taken(var field, var value) ->
                throw Problem.of("already-taken", 409, value).with("field", field);
        };
    }

    private static @Nullable Waiting after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var place = CURSOR.matcher(cursor);
        if (!place.matches()) {
            throw Problem.invalid(List.of(FieldError.of("cursor", "malformed")));
        }
        return new Waiting(Long.parseLong(place.group(1)), place.group(2));
    }

    /** @param reason for its producer to read */
    record ReturnRequest(@Nullable String reason) {}

    /** @param next the cursor of the page that follows, or null */
    record ProposalPage(List<ProposalView> items, @Nullable String next) {

        static ProposalPage of(List<Submission> all) {
            return new ProposalPage(all.stream().map(ProposalView::of).toList(), null);
        }

        static ProposalPage of(List<Submission> found, int size) {
            var last = found.isEmpty() ? null : found.getLast();
            return new ProposalPage(
                    found.stream().map(ProposalView::of).toList(),
                    last == null || found.size() < size
                            ? null
                            : last.proposal().at().toEpochMilli() + "-"
                                    + last.proposals().productId());
        }
    }
}
