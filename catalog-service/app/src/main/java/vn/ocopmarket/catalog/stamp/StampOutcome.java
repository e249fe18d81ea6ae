package vn.ocopmarket.catalog.stamp;

import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.stamp.domain.Batch;
import vn.ocopmarket.catalog.stamp.domain.Change;

/** What came of a wish about stamps. */
public sealed interface StampOutcome {

    /** It is so now. */
    record Done(StampBatch batch) implements StampOutcome {}

    /**
     * What is known of some of the numbers forbids it.
     *
     * @param batch whose numbers they are
     */
    record Clashing(Batch batch, Change.Clash clash) implements StampOutcome {}

    /**
     * Some of the numbers are on another batch already.
     *
     * @param first of those numbers, as it would be written
     * @param last of those numbers, as it would be written
     */
    record Printed(String first, String last) implements StampOutcome {}

    /** Refused as anything else may be. */
    record Refused(Outcome<StampBatch> why) implements StampOutcome {}
}
