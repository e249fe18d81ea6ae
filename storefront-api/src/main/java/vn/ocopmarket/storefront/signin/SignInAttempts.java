package vn.ocopmarket.storefront.signin;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down guessing. Attempts are counted for an account as seen from one network address, so that a stranger elsewhere
 * cannot lock its owner out, and for the address over all accounts, so that one list of passwords cannot be tried on everyone.
 */
final class SignInAttempts {

    private static final int REMEMBERED = 10_000;

    private static final Bandwidth PER_ACCOUNT = Bandwidth.builder()
            .capacity(8)
            .refillGreedy(8, Duration.ofMinutes(4))
            .build();

    private static final Bandwidth PER_ADDRESS = Bandwidth.builder()
            .capacity(60)
            .refillGreedy(60, Duration.ofMinutes(2))
            .build();

    private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** How long to wait before the next attempt is looked at, or null when it is looked at now. */
    @Nullable
    Duration begin(Credentials credentials) {
        var byAddress = ofAddress(credentials).tryConsumeAndReturnRemaining(1);
        if (!byAddress.isConsumed()) {
            return Duration.ofNanos(byAddress.getNanosToWaitForRefill());
        }
        var byAccount = ofAccount(credentials).tryConsumeAndReturnRemaining(1);
        return byAccount.isConsumed() ? null : Duration.ofNanos(byAccount.getNanosToWaitForRefill());
    }

    /** A success is not held against anyone. */
    void succeeded(Credentials credentials) {
        ofAddress(credentials).addTokens(1);
        ofAccount(credentials).addTokens(1);
    }

    private Bucket ofAddress(Credentials credentials) {
        return bucket(credentials.origin(), PER_ADDRESS);
    }

    private Bucket ofAccount(Credentials credentials) {
        return bucket(credentials.origin() + " " + credentials.email(), PER_ACCOUNT);
    }

    private Bucket bucket(String key, Bandwidth limit) {
        return buckets.computeIfAbsent(
                key, _ -> Bucket.builder().addLimit(limit).build());
    }
}
