package vn.ocopmarket.service;

import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Long work that anybody may ask for: there is one run at a time, which all who ask meanwhile share, and which goes on when
 * they leave.
 *
 * @param <T> the result
 */
public final class SharedRun<T> {

    private final Mono<T> result;

    public SharedRun(Mono<T> work) {
        // Nothing is kept: who asks after the end begins another run.
        this.result = work.cache(_ -> Duration.ZERO, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** The result of the run that is on its way, or of a new one; its error; cancelling leaves the run alone. */
    public Mono<T> result() {
        return result;
    }

    /** Like {@link #result}; empty when the run is not over after so long. */
    public Mono<T> resultWithin(Duration patience) {
        return result.timeout(patience, Mono.empty());
    }
}
