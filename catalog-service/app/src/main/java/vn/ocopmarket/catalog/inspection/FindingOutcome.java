package vn.ocopmarket.catalog.inspection;

import java.util.Set;
import vn.ocopmarket.catalog.inspection.domain.Finding;
import vn.ocopmarket.catalog.inspection.domain.FindingState;
import vn.ocopmarket.catalog.problem.Outcome;

/** What came of a wish about a finding. */
public sealed interface FindingOutcome {

    /** It is so now. */
    record Done(Finding finding) implements FindingOutcome {}

    /** Its state does not permit it; these acts it does. */
    record NotPermitted(FindingState.Tag state, Set<FindingState.Act> permitted) implements FindingOutcome {}

    /** Refused as anything else may be. */
    record Refused(Outcome<Finding> why) implements FindingOutcome {}
}
