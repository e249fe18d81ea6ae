package vn.ocopmarket.catalog.undo.web;

import java.util.List;
import java.util.Objects;
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
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.undo.LeftProduct;
import vn.ocopmarket.catalog.undo.UndoingOne;

/** Products that undoing an import left as they are, since somebody has changed them after it. */
@RestController
@RequestMapping("/api/v1/imports/{id}/undoings")
class UndoController {

    private static final int LARGEST_PAGE = 500;

    private final UndoingOne undoing;

    UndoController(UndoingOne undoing) {
        this.undoing = undoing;
    }

    record LeftPage(List<LeftProduct> items, @Nullable String next) {}

    @GetMapping
    Mono<LeftPage> left(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Jwt token) {
        var size = Math.clamp(limit, 1, LARGEST_PAGE);
        return undoing.left(id, Caller.of(token.getClaims()), cursor, size)
                .map(items -> new LeftPage(
                        items, items.size() < size ? null : items.getLast().productId()))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** @param reason is told in the product's history */
    record UndoRequest(@Nullable String reason) {}

    /** Takes back what the import alone has changed of one of them. */
    @PostMapping("/{productId}")
    Mono<LeftProduct> undo(
            @PathVariable String id,
            @PathVariable String productId,
            @RequestBody UndoRequest request,
            @AuthenticationPrincipal Jwt token) {
        var why = Objects.requireNonNullElse(request.reason(), "");
        return undoing.undo(id, productId, why, Caller.of(token.getClaims())).map(Outcome::orProblem);
    }
}
