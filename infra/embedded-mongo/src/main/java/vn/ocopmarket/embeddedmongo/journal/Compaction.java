package vn.ocopmarket.embeddedmongo.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites the journal without what is outdated, while reads and writes go on.
 *
 * <p>The snapshot is taken after an offset was noted, and what was written behind that offset is copied after it. As
 * every entry says what a document is, not how it changes, doing some of them twice changes nothing.
 */
final class Compaction {

    private static final Logger log = LoggerFactory.getLogger(Compaction.class);
    private static final int GROWTH = 3;
    private static final long LAST_LAP = 1 << 20;

    private final JournalFile file;
    private final Snapshot snapshot;
    private final long atLeastBytes;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile long worthwhileAt;
    private volatile @Nullable Thread thread;

    Compaction(JournalFile file, Snapshot snapshot, long atLeastBytes) {
        this.file = file;
        this.snapshot = snapshot;
        this.atLeastBytes = atLeastBytes;
        this.worthwhileAt = atLeastBytes;
    }

    void startWhenWorthwhile() {
        if (file.bytes() >= worthwhileAt && running.compareAndSet(false, true)) {
            Thread compactor = new Thread(this::run, "mongo-compaction");
            compactor.setDaemon(true);
            thread = compactor;
            compactor.start();
        }
    }

    void stop() {
        Thread compactor = thread;
        if (compactor != null) {
            try {
                compactor.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        long before = file.bytes();
        try {
            compact();
            log.info("Compacted the journal from {} to {} bytes", before, file.bytes());
            worthwhileAt = Math.max(atLeastBytes, file.bytes() * GROWTH);
        } catch (IOException | RuntimeException e) {
            log.warn("The journal could not be compacted, it goes on as it is", e);
            worthwhileAt = before + atLeastBytes;
            discardDraft();
        } finally {
            running.set(false);
        }
    }

    private void compact() throws IOException {
        long copied = file.bytes();
        try (CompactedFile next = new CompactedFile(file.draft())) {
            snapshot.writeTo(next::add);
            while (file.bytes() - copied > LAST_LAP) {
                copied = next.copyFrames(file.path(), copied);
            }
            file.replaceBy(next, copied);
        }
    }

    private void discardDraft() {
        try {
            Files.deleteIfExists(file.draft());
        } catch (IOException e) {
            log.warn("The unfinished file {} stays until the next start", file.draft(), e);
        }
    }
}
