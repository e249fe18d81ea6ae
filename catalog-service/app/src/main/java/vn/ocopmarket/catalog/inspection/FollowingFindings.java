package vn.ocopmarket.catalog.inspection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.access.Where;
import vn.ocopmarket.catalog.inspection.domain.Finding;
import vn.ocopmarket.catalog.inspection.domain.FindingState;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Act;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Answer;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.service.idempotency.OperationId;

/**
 * What is done about a finding. Each step is of the revision it was made from: of two at once one is told that the other
 * was first.
 */
public final class FollowingFindings {

    private final Findings findings;
    private final Clock clock;

    FollowingFindings(Findings findings, Clock clock) {
        this.findings = findings;
        this.clock = clock;
    }

    /** Never empty; its producer alone. */
    public Mono<FindingOutcome> answer(String id, @Nullable String words, Caller caller) {
        var answer = new Answer(strip(words), caller.subject(), now());
        return checked(
                errors("words", words),
                () -> step(
                        id,
                        null,
                        caller,
                        new Step(Permission.ANSWER_FINDINGS, Act.ANSWER, finding -> finding.answered(answer))));
    }

    /** Never empty; inspectors of the province. */
    public Mono<FindingOutcome> extend(
            String id, @Nullable Long revision, @Nullable LocalDate until, @Nullable String why, Caller caller) {
        var errors = errors("why", why);
        if (until == null) {
            errors.add(FieldError.of("until", "required"));
        } else if (until.isBefore(LocalDate.now(clock))) {
            errors.add(FieldError.of("until", "deadline-past"));
        }
        return checked(
                errors,
                () -> step(
                        id,
                        revision,
                        caller,
                        new Step(
                                Permission.INSPECT,
                                Act.EXTEND,
                                finding -> Optional.ofNullable(until)
                                        .flatMap(day -> finding.extended(day, caller.subject(), strip(why), now())))));
    }

    /** Never empty; inspectors of the province. */
    public Mono<FindingOutcome> close(String id, @Nullable Long revision, @Nullable String conclusion, Caller caller) {
        return checked(
                errors("conclusion", conclusion),
                () -> step(
                        id,
                        revision,
                        caller,
                        new Step(
                                Permission.INSPECT,
                                Act.CLOSE,
                                finding -> finding.closed(strip(conclusion), caller.subject(), now()))));
    }

    /** A step, who may take it, and what it makes of a finding; empty when its state does not permit it. */
    record Step(Permission permission, Act act, Function<Finding, Optional<Finding>> how) {}

    /** Never empty. What was done under the key of this request is not done again, whatever happened since. */
    Mono<FindingOutcome> step(String id, @Nullable Long revision, Caller caller, Step step) {
        return OperationId.current()
                .singleOptional()
                .flatMap(key -> findings.find(id).flatMap(finding -> take(finding, revision, caller, step, key)))
                .defaultIfEmpty(RecordingFindings.refused(new Outcome.Unknown<>()));
    }

    private Mono<FindingOutcome> take(
            Finding finding, @Nullable Long revision, Caller caller, Step step, Optional<String> key) {
        var subject = finding.subject();
        if (!caller.may(step.permission(), Where.producer(subject.producerId(), subject.provinceCode()))) {
            return Mono.just(RecordingFindings.refused(new Outcome.Unknown<>()));
        }
        if (key.filter(known -> finding.isDone(known, clock.instant().minus(OperationId.KNOWN_FOR)))
                .isPresent()) {
            return Mono.just(new FindingOutcome.Done(finding));
        }
        if (revision != null && revision != finding.revision()) {
            return Mono.just(stale(finding));
        }
        return step.how()
                .apply(finding)
                .map(next -> key.map(next::under).orElse(next))
                .map(next -> findings.replace(next).map(done -> done ? new FindingOutcome.Done(next) : stale(finding)))
                .orElseGet(() -> Mono.just(notPermitted(finding.state())));
    }

    private static FindingOutcome stale(Finding finding) {
        return RecordingFindings.refused(new Outcome.Stale<>(finding.revision()));
    }

    static FindingOutcome notPermitted(FindingState state) {
        return new FindingOutcome.NotPermitted(state.tag(), state.tag().permitted());
    }

    private static Mono<FindingOutcome> checked(
            List<FieldError> errors, java.util.function.Supplier<Mono<FindingOutcome>> step) {
        return errors.isEmpty()
                ? Mono.defer(step)
                : Mono.just(RecordingFindings.refused(new Outcome.Invalid<>(errors)));
    }

    static List<FieldError> errors(String field, @Nullable String words) {
        var errors = new ArrayList<FieldError>();
        FindingDraft.need(errors, field, words);
        return errors;
    }

    private static String strip(@Nullable String words) {
        return words == null ? "" : words.strip();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
