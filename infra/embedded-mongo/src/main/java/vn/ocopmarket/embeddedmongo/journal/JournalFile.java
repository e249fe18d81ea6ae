package vn.ocopmarket.embeddedmongo.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file the journal is writing now; a compaction puts another one in its place between two frames. */
final class JournalFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(JournalFile.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final JournalFolder folder;
    private final JournalOutput.Opener opener;
    private JournalOutput output;
    private long generation;
    private volatile long end;
    private volatile @Nullable Compaction compaction;

    private JournalFile(
            JournalFolder folder, JournalOutput.Opener opener, JournalOutput output, long generation, long end) {
        this.folder = folder;
        this.opener = opener;
        this.output = output;
        this.generation = generation;
        this.end = end;
    }

    static JournalFile open(JournalFolder folder, Consumer<JournalEntry> replay, JournalOutput.Opener opener)
            throws IOException {
        var newest = folder.newest();
        long generation = newest.orElse(1L);
        if (newest.isEmpty()) {
            folder.create(generation);
        }
        Path path = folder.file(generation);
        JournalReader.Extent extent = JournalReader.read(path, replay);
        if (extent.torn() > 0) {
            log.warn(
                    "{} ends in {} bytes of an unfinished write that nobody was told had succeeded; they are cut off",
                    path,
                    extent.torn());
        }
        folder.tidy(generation);
        return new JournalFile(folder, opener, opener.open(path, extent.end()), generation, extent.end());
    }

    void compactWith(Compaction wanted) {
        compaction = wanted;
    }

    void write(EntryBuffer frame) throws IOException {
        lock.lock();
        try {
            output.write(frame.seal(end));
            output.force();
            end += Frame.HEADER_BYTES + frame.size();
        } finally {
            lock.unlock();
        }
        Compaction wanted = compaction;
        if (wanted != null) {
            wanted.startWhenWorthwhile();
        }
    }

    long bytes() {
        return end;
    }

    Path path() {
        lock.lock();
        try {
            return folder.file(generation);
        } finally {
            lock.unlock();
        }
    }

    Path draft() {
        return folder.draft(generation + 1);
    }

    /** Writing waits while the last frames are copied over and the new file takes the old one's place. */
    void replaceBy(CompactedFile next, long copiedUpTo) throws IOException {
        lock.lock();
        try {
            long _ = next.copyFrames(folder.file(generation), copiedUpTo);
            next.finish();
            folder.publish(draft(), generation + 1);
            generation++;
            output.close();
            end = next.end();
            output = opener.open(folder.file(generation), end);
            folder.tidy(generation);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        Compaction running = compaction;
        if (running != null) {
            running.stop();
        }
        lock.lock();
        try {
            output.close();
        } finally {
            lock.unlock();
        }
    }
}
