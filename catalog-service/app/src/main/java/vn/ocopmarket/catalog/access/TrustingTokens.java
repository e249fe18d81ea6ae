package vn.ocopmarket.catalog.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Shows a token to its issuer before it is trusted, and again after not quite a minute: so it ends here, too, when its owner
 * signs out everywhere, is deactivated or has a new password. One that lasts a minute itself is not shown. When the issuer is
 * away a signature has to do, for the half hour that it can.
 */
public final class TrustingTokens {

    private static final Logger LOG = LoggerFactory.getLogger(TrustingTokens.class);
    private static final Duration BRIEF = Duration.ofMinutes(1);
    private static final Duration BELIEVED = Duration.ofSeconds(50);
    private static final Duration BELIEVED_UNASKED = Duration.ofSeconds(5);
    private static final int REMEMBERED = 10_000;

    private final @Nullable Issuer issuer;
    private final Clock clock;
    private final Map<String, Instant> believedUntil =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                    return size() > REMEMBERED;
                }
            });

    /** @param issuer null when it cannot be asked at all */
    TrustingTokens(@Nullable Issuer issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Never empty and never an error. */
    public Mono<Boolean> trusts(String token, @Nullable Instant issuedAt, @Nullable Instant expiresAt) {
        if (issuer == null || isBrief(issuedAt, expiresAt)) {
            return Mono.just(true);
        }
        return Mono.defer(() -> {
            var until = believedUntil.get(token);
            return until != null && clock.instant().isBefore(until) ? Mono.just(true) : ask(issuer, token);
        });
    }

    private Mono<Boolean> ask(Issuer whom, String token) {
        return whom.accepts(token)
                .doOnNext(accepted -> {
                    if (accepted) {
                        believe(token, BELIEVED);
                    } else {
                        believedUntil.remove(token);
                    }
                })
                .onErrorResume(error -> {
                    LOG.warn("Tokens are believed unasked: {}", error.toString());
                    believe(token, BELIEVED_UNASKED);
                    return Mono.just(true);
                });
    }

    private void believe(String token, Duration howLong) {
        believedUntil.put(token, clock.instant().plus(howLong));
    }

    private static boolean isBrief(@Nullable Instant issuedAt, @Nullable Instant expiresAt) {
        return issuedAt != null
                && expiresAt != null
                && Duration.between(issuedAt, expiresAt).compareTo(BRIEF) <= 0;
    }
}
