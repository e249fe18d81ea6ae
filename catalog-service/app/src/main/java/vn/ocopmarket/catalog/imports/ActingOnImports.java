package vn.ocopmarket.catalog.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.imports.ImportJob.State;
import vn.ocopmarket.catalog.imports.ImportJob.Undoing;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** What officers say is to become of an import: apply what was previewed, take back what was written. */
public final class ActingOnImports {

    private static final Duration PLANS_HOLD = Duration.ofDays(6);
    private static final Duration NOTES_HOLD = Duration.ofDays(170);
    private static final int LONGEST_REASON = 500;

    private final Imports imports;
    private final ImportSignals signals;
    private final Clock clock;

    ActingOnImports(Imports imports, ImportSignals signals, Clock clock) {
        this.imports = imports;
        this.signals = signals;
        this.clock = clock;
    }

    /** Those the caller may see, the newest first. */
    public Flux<ImportJob> list(Caller caller, @Nullable String cursor, int limit) {
        return imports.list(caller, cursor, limit);
    }

    /** Never empty; asking again changes nothing. A state that does not allow it is {@link Outcome.Taken}. */
    public Mono<Outcome<ImportJob>> apply(String id, Caller caller) {
        return acting(id, caller, job -> {
            if (job.state() == State.APPLYING
                    || job.state() == State.DONE && job.terms().preview()) {
                return Mono.just(new Outcome.Done<>(job));
            }
            return job.createdAt().plus(PLANS_HOLD).isBefore(clock.instant())
                    ? Mono.just(new Outcome.Invalid<>(java.util.List.of(FieldError.of("", "preview-too-old"))))
                    : begun(job, Set.of(State.PREVIEWED), State.APPLYING, null);
        });
    }

    /** Never empty; asking again changes nothing. A state that does not allow it is {@link Outcome.Taken}. */
    public Mono<Outcome<ImportJob>> undo(String id, String why, Caller caller) {
        return acting(id, caller, job -> {
            var error = error(why);
            if (error != null) {
                return Mono.just(new Outcome.Invalid<>(java.util.List.of(error)));
            }
            if (job.state() == State.UNDOING || job.state() == State.UNDONE) {
                return Mono.just(new Outcome.Done<>(job));
            }
            if (job.createdAt().plus(NOTES_HOLD).isBefore(clock.instant())) {
                return Mono.just(new Outcome.Invalid<>(java.util.List.of(FieldError.of("", "import-too-old"))));
            }
            var undoing = new Undoing(caller.subject(), why.strip(), clock.instant(), 0, 0, 0, "");
            return begun(job, Set.of(State.DONE, State.FAILED), State.UNDOING, undoing);
        });
    }

    /** What is wrong with a reason, or null. */
    public static @Nullable FieldError error(String why) {
        if (why.isBlank()) {
            return FieldError.of("reason", "required");
        }
        return why.length() > LONGEST_REASON ? FieldError.of("reason", "too-long", LONGEST_REASON) : null;
    }

    private interface Act {
        Mono<Outcome<ImportJob>> on(ImportJob job);
    }

    private Mono<Outcome<ImportJob>> acting(String id, Caller caller, Act act) {
        return imports.find(id)
                .filter(job -> caller.mayRead(job.caller()))
                .flatMap(job -> caller.mayActFor(job.caller())
                        ? act.on(job)
                        : Mono.<Outcome<ImportJob>>just(new Outcome.Forbidden<>()))
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    private Mono<Outcome<ImportJob>> begun(ImportJob job, Set<State> from, State to, @Nullable Undoing undoing) {
        return imports.begin(job.id(), from, to, undoing)
                .<Outcome<ImportJob>>map(Outcome.Done::new)
                .doOnNext(_ -> signals.work())
                .switchIfEmpty(Mono.defer(() -> imports.find(job.id())
                        .map(now -> now.state() == to
                                ? new Outcome.Done<>(now)
                                : new Outcome.Taken<>(
                                        "state", now.state().name().toLowerCase(java.util.Locale.ROOT)))));
    }
}
