package vn.ocopmarket.embeddedmongo.store;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import vn.ocopmarket.embeddedmongo.journal.ChangeLog;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry;

/** What all collections share: the log they record changes in, the numbers they go by, and how much there is. */
final class Recording {

    private final AtomicInteger lastCollection = new AtomicInteger();
    private final AtomicLong liveBytes = new AtomicLong();
    private volatile ChangeLog log = ChangeLog.none();

    void into(ChangeLog changes, int highestCollection) {
        lastCollection.set(highestCollection);
        log = changes;
    }

    void record(JournalEntry entry) {
        log.append(entry);
    }

    ChangeLog log() {
        return log;
    }

    int nextCollection() {
        return lastCollection.incrementAndGet();
    }

    void grow(long bytes) {
        liveBytes.addAndGet(bytes);
    }

    long liveBytes() {
        return liveBytes.get();
    }
}
