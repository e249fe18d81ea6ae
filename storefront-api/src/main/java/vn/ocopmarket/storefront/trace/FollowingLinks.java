package vn.ocopmarket.storefront.trace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Follows what the monitor of trace pages elsewhere finds. */
final class FollowingLinks {

    private static final Logger LOG = LoggerFactory.getLogger(FollowingLinks.class);
    /** Longer than clocks of two machines differ. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final OutsideAnswers answers;
    private final KnownLinks known;
    private final Clock clock;
    private Instant seen = Instant.EPOCH;
    private boolean answered = true;

    FollowingLinks(OutsideAnswers answers, KnownLinks known, Clock clock) {
        this.answers = answers;
        this.known = known;
        this.clock = clock;
    }

    /** One look, which never fails; while nobody answers, what is known counts. */
    Mono<Long> look() {
        return Mono.defer(this::follow).onErrorResume(this::missed);
    }

    /** Gives how many answers there were since the last time. */
    Mono<Long> follow() {
        var now = clock.instant();
        return answers.since(seen).doOnNext(known::learn).count().doOnNext(_ -> {
            seen = now.minus(OVERLAP);
            answered = true;
        });
    }

    /** Said once, not every time. */
    private Mono<Long> missed(Throwable failure) {
        if (answered) {
            LOG.warn("Answers of trace pages elsewhere cannot be followed, it is tried again: {}", failure.toString());
        }
        answered = false;
        return Mono.empty();
    }
}
