package vn.ocopmarket.catalog.stamp.web;

import java.util.List;
import java.util.Locale;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.stamp.StampBatch;
import vn.ocopmarket.catalog.stamp.StampOutcome;
import vn.ocopmarket.catalog.stamp.domain.Batch;
import vn.ocopmarket.catalog.stamp.domain.Change;

/** Says why something cannot be done with stamps. */
final class StampProblems {

    private StampProblems() {}

    static StampBatch orProblem(StampOutcome outcome) {
        return switch (outcome) {
            case StampOutcome.Done(var batch) -> batch;
            case StampOutcome.Refused(var why) -> Outcome.orProblem(why);
            case StampOutcome.Printed(var first, var last) ->
                throw clash(FieldError.of("first", "stamp-printed", first, last));
            case StampOutcome.Clashing(var batch, var clash) -> throw clash(error(batch, clash));
        };
    }

    private static Problem clash(FieldError error) {
        return Problem.of("stamps-clash", 409).with("errors", List.of(error));
    }

    private static FieldError error(Batch batch, Change.Clash clash) {
        var first = batch.imprint().written(clash.where().first());
        var last = batch.imprint().written(clash.where().last());
        return switch (clash.why()) {
            case OUTSIDE -> FieldError.of("first", "stamp-outside", first, last);
            case GIVEN -> FieldError.of("first", "stamp-given", first, last, clash.with());
            case NOT_GIVEN -> FieldError.of("first", "stamp-not-given", first, last);
            case NOTED -> FieldError.of("first", "stamp-noted-" + clash.with().toLowerCase(Locale.ROOT), first, last);
            case NOT_NOTED -> FieldError.of("first", "stamp-not-noted", first, last);
            case SENT -> FieldError.of("first", "stamp-sent", first, last, clash.with());
            case FULL -> FieldError.of("first", "stamp-full");
        };
    }
}
