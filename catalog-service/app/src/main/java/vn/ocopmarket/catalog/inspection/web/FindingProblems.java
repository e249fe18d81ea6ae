package vn.ocopmarket.catalog.inspection.web;

import vn.ocopmarket.catalog.inspection.FindingOutcome;
import vn.ocopmarket.catalog.inspection.domain.Finding;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem;

/** Says why something about a finding cannot be done. */
final class FindingProblems {

    private FindingProblems() {}

    static Finding orProblem(FindingOutcome outcome) {
        return switch (outcome) {
            case FindingOutcome.Done(var finding) -> finding;
            case FindingOutcome.Refused(var why) -> Outcome.orProblem(why);
            case FindingOutcome.NotPermitted(var state, var permitted) ->
                throw Problem.of("transition-not-allowed", 409)
                        .with("state", state)
                        .with("allowed", permitted.stream().sorted().toList());
        };
    }
}
