package vn.ocopmarket.catalog.media;

import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Removes originals that no picture needs: what uploads left that failed or were killed. */
public final class SweepingOriginals {

    /** No upload takes as long. */
    private static final Duration AGE = Duration.ofDays(1);

    private final Originals originals;
    private final Pictures pictures;
    private final Clock clock;

    SweepingOriginals(Originals originals, Pictures pictures, Clock clock) {
        this.originals = originals;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** Completes with how many were removed. An error or a cancel loses nothing; the next run carries on. */
    public Mono<Long> sweep() {
        return originals
                .olderThan(clock.instant().minus(AGE))
                .filterWhen(place -> pictures.needs(place).map(needed -> !needed))
                .concatMap(place -> originals.drop(place).thenReturn(place))
                .count();
    }
}
