package vn.ocopmarket.storefront.account.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Rendering a page asks for a session of the framework even when nothing is kept in it; here it is always empty, never stored
 * and costs nothing. Who is signed in is known by {@link SecurityContextStaff}.
 */
enum NoSession implements WebSession {
    INSTANCE;

    @Override
    public String getId() {
        return "";
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public void start() {
        throw new IllegalStateException("Nothing is kept in this session");
    }

    @Override
    public boolean isStarted() {
        return false;
    }

    @Override
    public Mono<Void> changeSessionId() {
        return Mono.empty();
    }

    @Override
    public Mono<Void> invalidate() {
        return Mono.empty();
    }

    @Override
    public Mono<Void> save() {
        return Mono.empty();
    }

    @Override
    public boolean isExpired() {
        return false;
    }

    @Override
    public Instant getCreationTime() {
        return Instant.EPOCH;
    }

    @Override
    public Instant getLastAccessTime() {
        return Instant.EPOCH;
    }

    @Override
    public void setMaxIdleTime(Duration maxIdleTime) {
        // It ends with the request.
    }

    @Override
    public Duration getMaxIdleTime() {
        return Duration.ZERO;
    }
}
