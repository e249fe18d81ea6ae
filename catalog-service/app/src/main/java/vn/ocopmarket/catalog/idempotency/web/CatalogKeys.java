package vn.ocopmarket.catalog.idempotency.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.service.PlainPath;
import vn.ocopmarket.service.idempotency.KeyRules;

/** Keys count with every POST. */
final class CatalogKeys implements KeyRules {

    /** The largest list that can be imported, and what a multipart body has around it. */
    static final long LARGEST_BODY = 34L << 20;

    @Override
    public @Nullable String path(ServerHttpRequest request) {
        var path = PlainPath.of(request);
        return path.startsWith("/api/v1/") ? path : null;
    }

    /** Whoever got no answer may send something else under the same key: that is another operation. */
    @Override
    public String operation(String id, String fingerprint) {
        return id + '-' + fingerprint;
    }

    @Override
    public RuntimeException refused(Misuse misuse) {
        return switch (misuse) {
            case MALFORMED -> Problem.of("idempotency-key-required", 400);
            case REUSED -> Problem.of("idempotency-key-reused", 422);
            case IN_PROGRESS -> Problem.of("request-in-progress", 409);
            case TOO_LARGE -> Problem.of("too-large", 413, LARGEST_BODY >> 20);
        };
    }
}
