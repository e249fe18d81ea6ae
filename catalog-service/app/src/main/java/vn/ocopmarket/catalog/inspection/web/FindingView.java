package vn.ocopmarket.catalog.inspection.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.inspection.domain.Finding;
import vn.ocopmarket.catalog.inspection.domain.FindingState;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Closed;
import vn.ocopmarket.catalog.inspection.domain.Report;
import vn.ocopmarket.catalog.inspection.domain.Subject;

/**
 * A finding as it is today.
 *
 * @param overdue whether its deadline has passed without an answer
 * @param permitted what can be done about it now
 */
record FindingView(
        String id,
        long revision,
        Subject subject,
        Report report,
        FindingState.Tag state,
        @Nullable LocalDate deadline,
        boolean overdue,
        FindingState.@Nullable Answer answer,
        FindingState.@Nullable Rest rest,
        @Nullable String conclusion,
        List<FindingState.Act> permitted,
        List<Finding.Step> history) {

    static FindingView of(Finding finding, LocalDate today) {
        var state = finding.state();
        return new FindingView(
                finding.id(),
                finding.revision(),
                finding.subject(),
                finding.report(),
                state.tag(),
                finding.deadline(),
                finding.overdueOn(today),
                state.answer(),
                state.rest(),
                state instanceof Closed closed ? closed.conclusion() : null,
                state.tag().permitted().stream().sorted().toList(),
                finding.history());
    }
}
