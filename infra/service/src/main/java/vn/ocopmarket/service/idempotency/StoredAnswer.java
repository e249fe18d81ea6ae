package vn.ocopmarket.service.idempotency;

import org.jspecify.annotations.Nullable;

/** An answer as it was given the first time. */
public record StoredAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String etag,
        byte[] body) {}
