package vn.ocopmarket.storefront.enrolment;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps strangers from filling a mailbox, and one address from asking for everybody. Who was asked for too often by strangers
 * has the latest of their letters, whose link works.
 */
final class ResetLimits {

    private static final int REMEMBERED = 10_000;

    private static final Bandwidth PER_MAILBOX =
            Bandwidth.builder().capacity(5).refillGreedy(5, Duration.ofHours(1)).build();

    private static final Bandwidth PER_ORIGIN = Bandwidth.builder()
            .capacity(20)
            .refillGreedy(20, Duration.ofMinutes(10))
            .build();

    private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    });

    boolean allow(String address, String origin) {
        return bucket("from " + origin, PER_ORIGIN).tryConsume(1)
                && bucket("to " + address, PER_MAILBOX).tryConsume(1);
    }

    private Bucket bucket(String key, Bandwidth limit) {
        return buckets.computeIfAbsent(
                key, _ -> Bucket.builder().addLimit(limit).build());
    }
}
