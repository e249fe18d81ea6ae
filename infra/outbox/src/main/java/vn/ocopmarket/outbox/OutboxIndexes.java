package vn.ocopmarket.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;

/** The indexes this library relies on; the service's migration makes them. */
public final class OutboxIndexes {

    /** The collection that holds the log. */
    public static final String LOG = "events";

    private OutboxIndexes() {}

    /** For every collection whose documents carry an outbox. */
    public static List<IndexModel> ofSource() {
        return List.of(new IndexModel(
                Indexes.ascending(Outbox.PENDING),
                new IndexOptions().name("pending").partialFilterExpression(Filters.gt(Outbox.PENDING, 0))));
    }

    /** For {@link #LOG}. */
    public static List<IndexModel> ofLog() {
        return List.of(new IndexModel(
                Indexes.ascending(LogEntry.EVENT_ID),
                new IndexOptions().name("eventId").unique(true)));
    }
}
