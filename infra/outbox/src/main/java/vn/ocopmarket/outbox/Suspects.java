package vn.ocopmarket.outbox;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import vn.ocopmarket.outbox.RelayStore.LeaseLostException;

/** Finds the one event that makes its batch fail: after a failure events go one by one until the culprit is alone. */
final class Suspects {

    private final int tries;
    private final Map<String, Integer> failures = new HashMap<>();
    private int oneByOne;
    private boolean duplicates;

    Suspects(int tries) {
        this.tries = tries;
    }

    int limit(int block) {
        return oneByOne > 0 ? 1 : block;
    }

    /** Whether some event was found in the log already, where nobody expected it: then the log is asked for each. */
    boolean hasDuplicates() {
        return duplicates;
    }

    void failed(Batch batch, Throwable error) {
        duplicates = duplicates || MongoRelayStore.isDuplicate(error);
        if (isOfTheMoment(error)) {
            return;
        }
        var ids = batch.ids();
        if (ids.size() == 1) {
            failures.merge(ids.iterator().next(), 1, Integer::sum);
        }
        oneByOne = Math.max(oneByOne, ids.size());
    }

    boolean isHopeless(Batch batch) {
        return batch.ids().size() == 1
                && failures.getOrDefault(batch.ids().iterator().next(), 0) >= tries;
    }

    void done(Batch batch) {
        failures.keySet().removeAll(batch.ids());
        oneByOne = Math.max(0, oneByOne - batch.ids().size());
    }

    void allDone() {
        duplicates = false;
    }

    /** Says nothing about the event: the store was away, or another relay was first. */
    private static boolean isOfTheMoment(Throwable error) {
        return error instanceof MongoSocketException
                || error instanceof MongoTimeoutException
                || error instanceof TimeoutException
                || error instanceof LeaseLostException
                || MongoRelayStore.isDuplicate(error);
    }
}
