package vn.ocopmarket.service.idempotency;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What a service says about keys. */
public interface KeyRules {

    /** The path to which a key of this POST belongs; null where keys mean nothing, and the request goes on as it is. */
    @Nullable
    String path(ServerHttpRequest request);

    /**
     * The id of the operation, which what is done is known by.
     *
     * @param id follows from the key, who sent it, and the path
     * @param fingerprint of the request
     */
    String operation(String id, String fingerprint);

    /** What the caller is told. */
    RuntimeException refused(Misuse misuse);

    /** Why a request with a key is not carried out. */
    enum Misuse {
        /** The key is empty or too long. */
        MALFORMED,
        /** It was used for another request. */
        REUSED,
        /** The first one is still being carried out. */
        IN_PROGRESS,
        /** Its body is larger than any that is taken with a key. */
        TOO_LARGE
    }
}
