package vn.ocopmarket.catalog.stamp;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.access.Where;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.stamp.domain.Batch;
import vn.ocopmarket.catalog.stamp.domain.Change;
import vn.ocopmarket.service.idempotency.OperationId;

/**
 * Carries acts on a batch out, with their deeds, each in one write of one document. An act says what it needs by the numbers
 * it names; so of two at once the second is tried again on what the first left.
 */
final class ActingOnStamps {

    /** More than officers of a province who could write at once. */
    private static final int MOST_TRIES = 40;

    private final StampBatches batches;
    private final Clock clock;

    ActingOnStamps(StampBatches batches, Clock clock) {
        this.batches = batches;
        this.clock = clock;
    }

    /** What an act comes to on a batch as it is. */
    sealed interface Tried {

        /** @param numbers as they are told in the history */
        record Acted(Change change, String what, String numbers, String why) implements Tried {}

        /** It does not even say what is to be done. */
        record Wrong(List<FieldError> errors) implements Tried {}
    }

    /**
     * Never empty; for those who keep the stamps of the batch's province. What was done under the key of this request is not
     * done again, whatever happened to the batch since.
     */
    Mono<StampOutcome> act(String id, Caller caller, Function<Batch, Mono<Tried>> act) {
        return OperationId.current().singleOptional().flatMap(key -> act(id, caller, act, key.orElse(null)));
    }

    private Mono<StampOutcome> act(String id, Caller caller, Function<Batch, Mono<Tried>> act, @Nullable String key) {
        return Mono.defer(() -> batches.find(id)
                        .filter(there -> caller.may(
                                Permission.KEEP_STAMPS,
                                Where.province(there.batch().provinceCode())))
                        .switchIfEmpty(Mono.error(NotThere::new))
                        .flatMap(there -> Deed.isDone(
                                        there.history(), key, clock.instant().minus(OperationId.KNOWN_FOR))
                                ? Mono.<StampOutcome>just(new StampOutcome.Done(there))
                                : act.apply(there.batch()).flatMap(tried -> write(there, tried, caller, key))))
                .repeatWhenEmpty(tries -> tries.take(MOST_TRIES))
                .defaultIfEmpty(refused(new Outcome.Stale<>(0)))
                .onErrorReturn(NotThere.class, refused(new Outcome.Unknown<>()));
    }

    /** Empty when somebody else was first. */
    private Mono<StampOutcome> write(StampBatch there, Tried tried, Caller caller, @Nullable String key) {
        return switch (tried) {
            case Tried.Wrong(var errors) -> Mono.just(refused(new Outcome.Invalid<>(errors)));
            case Tried.Acted acted -> write(there, acted, deed(acted, caller).under(key));
        };
    }

    private Deed deed(Tried.Acted acted, Caller caller) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Deed(at, caller.subject(), acted.what(), acted.numbers(), acted.why());
    }

    private Mono<StampOutcome> write(StampBatch there, Tried.Acted acted, Deed deed) {
        return switch (acted.change()) {
            case Change.Clash clash -> Mono.just(new StampOutcome.Clashing(there.batch(), clash));
            case Change.Made(var next) -> {
                var changed = there.changedTo(next, deed);
                yield changed == there
                        ? Mono.just(new StampOutcome.Done(there))
                        : batches.replace(changed).filter(done -> done).map(_ -> new StampOutcome.Done(changed));
            }
        };
    }

    private static StampOutcome refused(Outcome<StampBatch> why) {
        return new StampOutcome.Refused(why);
    }

    /** There is no such batch for the caller. */
    private static final class NotThere extends RuntimeException {

        NotThere() {
            super("", null, false, false);
        }
    }
}
