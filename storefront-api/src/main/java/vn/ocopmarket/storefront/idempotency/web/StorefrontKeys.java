package vn.ocopmarket.storefront.idempotency.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import vn.ocopmarket.service.PlainPath;
import vn.ocopmarket.service.idempotency.KeptBodies;
import vn.ocopmarket.service.idempotency.KeyRules;
import vn.ocopmarket.storefront.pages.Problem;

/** Keys count wherever programs post, but for a few. */
final class StorefrontKeys implements KeyRules {

    /** These keep their keys themselves, or have no use for one. */
    private static final Set<String> NOT_HERE = Set.of("/api/v1/checkouts", "/api/v1/tokens");

    /** Nothing of what buyers tell about where they are is kept, not even a digest of it. */
    private static final String TELLING_WHERE = "/nearby";

    @Override
    public @Nullable String path(ServerHttpRequest request) {
        var path = PlainPath.of(request);
        return !path.startsWith("/api/v1/")
                        || path.startsWith("/api/v1/payments/")
                        || NOT_HERE.contains(path)
                        || path.endsWith(TELLING_WHERE)
                        || path.endsWith(TELLING_WHERE + "/")
                ? null
                : path;
    }

    @Override
    public String operation(String id, String fingerprint) {
        return id;
    }

    @Override
    public RuntimeException refused(Misuse misuse) {
        return switch (misuse) {
            case MALFORMED -> Problem.of("idempotency-key-required", 400);
            case REUSED -> Problem.of("idempotency-key-reused", 422);
            case IN_PROGRESS -> Problem.of("request-in-progress", 409);
            case TOO_LARGE -> Problem.of("too-large", 413, KeptBodies.IN_MEMORY >> 20);
        };
    }
}
