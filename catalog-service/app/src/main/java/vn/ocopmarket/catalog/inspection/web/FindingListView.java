package vn.ocopmarket.catalog.inspection.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.ocopmarket.catalog.inspection.Findings.Shelf;
import vn.ocopmarket.catalog.inspection.domain.Finding;

/**
 * A page of a list of findings.
 *
 * @param counts of all lists with the same filters
 * @param total findings of this list
 */
record FindingListView(
        LocalDate day, Map<Shelf, Long> counts, long total, int page, long pages, List<FindingView> items) {

    /** Which page of which list. */
    record Paging(Shelf shelf, int page, int size) {}

    static FindingListView of(LocalDate day, Map<Shelf, Long> counts, List<Finding> found, Paging paging) {
        long total = counts.getOrDefault(paging.shelf(), 0L);
        return new FindingListView(
                day,
                counts,
                total,
                paging.page(),
                Math.max(1, Math.ceilDiv(total, (long) paging.size())),
                found.stream().map(finding -> FindingView.of(finding, day)).toList());
    }
}
