package vn.ocopmarket.storefront.wording;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Lets searches of this instance follow what officers publish, within seconds: looks at one number each second, and reads all
 * when it changed, or after a minute in case that number was not written. While the store is away the last state counts.
 */
final class FollowingWordings {

    private static final Logger LOG = LoggerFactory.getLogger(FollowingWordings.class);
    private static final Duration ALL_AGAIN = Duration.ofMinutes(1);
    private static final long NEVER_READ = -1;

    private final KeptWordings kept;
    private final WordingsInForce inForce;
    private final Clock clock;
    private long known = NEVER_READ;
    private Instant lastRead = Instant.EPOCH;
    private volatile boolean answered = true;

    FollowingWordings(KeptWordings kept, WordingsInForce inForce, Clock clock) {
        this.kept = kept;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** One look, which never fails. */
    Mono<Void> look() {
        return Mono.defer(this::follow).onErrorResume(this::missed);
    }

    /** The same. Empty; an error when the store does not answer. */
    Mono<Void> follow() {
        return kept.revision().flatMap(revision -> {
            var now = clock.instant();
            return revision == known && now.isBefore(lastRead.plus(ALL_AGAIN))
                    ? Mono.<Void>empty()
                    : read(revision, now);
        });
    }

    /** The number was read first, so what changes meanwhile is read again. */
    private Mono<Void> read(long revision, Instant now) {
        return kept.all()
                .collectList()
                .doOnNext(all -> {
                    inForce.use(WordingChanges.of(all));
                    known = revision;
                    lastRead = now;
                    answered = true;
                })
                .then();
    }

    /** Said once, not every second. */
    private Mono<Void> missed(Throwable failure) {
        if (answered) {
            LOG.warn("The officers' words cannot be read, the last ones count on: {}", failure.toString());
        }
        answered = false;
        return Mono.empty();
    }
}
