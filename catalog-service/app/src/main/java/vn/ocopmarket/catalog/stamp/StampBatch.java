package vn.ocopmarket.catalog.stamp;

import java.util.List;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.stamp.domain.Batch;

/**
 * A batch as it is kept.
 *
 * @param history the latest of what was done to it, oldest first; each revision has one entry
 */
public record StampBatch(Batch batch, List<Deed> history) {

    public StampBatch {
        history = List.copyOf(history);
    }

    /** The next revision and the deed that made it; the same when nothing changed. */
    StampBatch changedTo(Batch next, Deed deed) {
        return next.revision() == batch.revision()
                ? this
                : new StampBatch(next, Deed.added(history, deed.making(next.revision(), deed.changes())));
    }
}
