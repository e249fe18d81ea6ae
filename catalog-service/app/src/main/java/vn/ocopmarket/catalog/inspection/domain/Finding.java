package vn.ocopmarket.catalog.inspection.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Act;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Answer;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Answered;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Closed;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Open;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Rest;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Suspended;

/**
 * Something that an inspection found.
 *
 * @param revision grows by one with every change
 * @param history everything that was done about it, oldest first
 * @param done what was asked for under keys, by which a repeat knows that it was done
 */
public record Finding(
        String id,
        long revision,
        Subject subject,
        Report report,
        FindingState state,
        List<Step> history,
        List<Done> done) {

    public Finding {
        history = List.copyOf(history);
        done = List.copyOf(done);
    }

    /** Who did what and when. */
    public record Step(Instant at, String who, String what, String words) {}

    /** What was done under a key, and when. */
    public record Done(String key, Instant at) {}

    public static Finding recorded(String id, Subject subject, Report report, LocalDate deadline) {
        return new Finding(
                id,
                1,
                subject,
                report,
                new Open(deadline),
                List.of(new Step(report.at(), report.by(), "RECORDED", report.what())),
                List.of());
    }

    /** With its last step as what was asked for under the key. */
    public Finding under(String key) {
        var all = new ArrayList<>(done);
        all.add(new Done(key, history.getLast().at()));
        return new Finding(id, revision, subject, report, state, history, all);
    }

    /** Whether that was done after that moment. */
    public boolean isDone(String key, Instant after) {
        return done.stream().anyMatch(one -> one.key().equals(key) && one.at().isAfter(after));
    }

    public boolean permits(Act act) {
        return state.tag().permitted().contains(act);
    }

    /** By when the producer is to put it right; null once it is over. */
    public @Nullable LocalDate deadline() {
        return switch (state) {
            case Open(var deadline) -> deadline;
            case Answered answered -> answered.deadline();
            case Suspended suspended -> suspended.deadline();
            case Closed _ -> null;
        };
    }

    /** Whether the deadline has passed without an answer. */
    public boolean overdueOn(LocalDate day) {
        return state instanceof Open(var deadline) && day.isAfter(deadline);
    }

    /** Empty when the state does not permit it. */
    public Optional<Finding> answered(Answer answer) {
        var step = new Step(answer.at(), answer.by(), "ANSWERED", answer.words());
        return switch (state) {
            case Open(var deadline) -> Optional.of(next(new Answered(deadline, answer), step));
            case Answered before -> Optional.of(next(new Answered(before.deadline(), answer), step));
            case Suspended before -> Optional.of(next(new Suspended(before.deadline(), answer, before.rest()), step));
            case Closed _ -> Optional.empty();
        };
    }

    /** Gives the producer until a later day; what was answered did not do. Empty when the state does not permit it. */
    public Optional<Finding> extended(LocalDate until, String who, String why, Instant at) {
        var step = new Step(at, who, "EXTENDED", until + ": " + why);
        return switch (state) {
            case Open _, Answered _ -> Optional.of(next(new Open(until), step));
            case Suspended before -> Optional.of(next(new Suspended(until, before.answer(), before.rest()), step));
            case Closed _ -> Optional.empty();
        };
    }

    /** Lets a certificate rest because of it. Empty when the state does not permit it. */
    public Optional<Finding> suspended(Rest rest, Instant at) {
        var step = new Step(at, rest.by(), "SUSPENDED", rest.number() + ": " + rest.reason());
        return switch (state) {
            case Open(var deadline) -> Optional.of(next(new Suspended(deadline, null, rest), step));
            case Answered(var deadline, var answer) -> Optional.of(next(new Suspended(deadline, answer, rest), step));
            case Suspended _, Closed _ -> Optional.empty();
        };
    }

    /** Empty when the state does not permit it. */
    public Optional<Finding> closed(String conclusion, String who, Instant at) {
        return state instanceof Closed
                ? Optional.empty()
                : Optional.of(next(
                        new Closed(conclusion, state.answer(), state.rest()), new Step(at, who, "CLOSED", conclusion)));
    }

    /** Knows now that the certificate rests; nothing new when it knew. */
    public Finding carriedOut(Instant at) {
        var rest = state.rest();
        if (rest == null || rest.carriedOut()) {
            return this;
        }
        var step = new Step(at, rest.by(), "CERTIFICATE_RESTS", rest.number());
        return switch (state) {
            case Open _, Answered _ -> this;
            case Suspended before -> next(new Suspended(before.deadline(), before.answer(), rest.done()), step);
            case Closed before -> next(new Closed(before.conclusion(), before.answer(), rest.done()), step);
        };
    }

    /** With one more piece of evidence; the same when it is there. */
    public Finding shown(Report.Evidence evidence, String who, Instant at) {
        return report.evidence().contains(evidence)
                ? this
                : new Finding(
                        id,
                        revision + 1,
                        subject,
                        report.with(evidence),
                        state,
                        told(new Step(at, who, "EVIDENCE_ADDED", evidence.name())),
                        done);
    }

    private Finding next(FindingState state, Step step) {
        return new Finding(id, revision + 1, subject, report, state, told(step), done);
    }

    private List<Step> told(Step step) {
        var steps = new ArrayList<>(history);
        steps.add(step);
        return steps;
    }
}
