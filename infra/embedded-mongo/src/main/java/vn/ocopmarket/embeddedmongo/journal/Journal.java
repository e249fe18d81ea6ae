package vn.ocopmarket.embeddedmongo.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The change log on disk. One thread writes what has gathered as one frame and syncs it; everybody who appended to that
 * frame is answered by that one sync. After a failed write nothing is written and nobody is answered well any more.
 */
public final class Journal implements ChangeLog {

    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final List<Waiting> waiting = new ArrayList<>();
    private final JournalFile file;
    private final Thread writer = new Thread(this::writeFrames, "mongo-journal");
    private EntryBuffer gathering = new EntryBuffer();
    private EntryBuffer spare = new EntryBuffer();
    private long appended;
    private long durable;
    private boolean closed;
    private @Nullable JournalStopped stopped;

    private record Waiting(long position, Consumer<@Nullable JournalStopped> then) {}

    private Journal(JournalFile file) {
        this.file = file;
    }

    /** Replays the newest journal of the folder, or starts the first one. Throws {@link UnreadableJournal}. */
    public static Journal open(Path folder, Consumer<JournalEntry> replay) throws IOException {
        return open(folder, replay, JournalOutput::onDisk);
    }

    static Journal open(Path folder, Consumer<JournalEntry> replay, JournalOutput.Opener opener) throws IOException {
        Journal journal = new Journal(JournalFile.open(new JournalFolder(folder), replay, opener));
        journal.writer.setDaemon(true);
        journal.writer.start();
        return journal;
    }

    /** Rewrites the file, when it has grown enough, so that it holds only what this snapshot says. */
    public void compactWith(Snapshot snapshot, long atLeastBytes) {
        file.compactWith(new Compaction(file, snapshot, atLeastBytes));
    }

    @Override
    public void append(JournalEntry entry) {
        lock.lock();
        try {
            if (stopped != null) {
                throw stopped;
            }
            int before = gathering.size();
            gathering.add(entry);
            appended += gathering.size() - before;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long position() {
        lock.lock();
        try {
            return appended;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void whenDurable(long position, Consumer<@Nullable JournalStopped> then) {
        JournalStopped failure = null;
        lock.lock();
        try {
            if (durable < position) {
                failure = stopped;
                if (failure == null) {
                    waiting.add(new Waiting(position, then));
                    return;
                }
            }
        } finally {
            lock.unlock();
        }
        then.accept(failure);
    }

    @Override
    public long bytes() {
        return file.bytes();
    }

    private void writeFrames() {
        while (true) {
            EntryBuffer frame;
            long upTo;
            lock.lock();
            try {
                while (gathering.isEmpty() && !closed) {
                    work.awaitUninterruptibly();
                }
                if (gathering.isEmpty()) {
                    return;
                }
                frame = gathering;
                gathering = spare;
                upTo = appended;
            } finally {
                lock.unlock();
            }
            JournalStopped failure = write(frame);
            frame.clear();
            spare = frame;
            answer(upTo, failure);
            if (failure != null) {
                return;
            }
        }
    }

    private @Nullable JournalStopped write(EntryBuffer frame) {
        try {
            file.write(frame);
            return null;
        } catch (IOException | RuntimeException e) {
            log.error("The journal cannot be written, writes stop here", e);
            return new JournalStopped(e);
        }
    }

    private void answer(long upTo, @Nullable JournalStopped failure) {
        List<Waiting> answered = new ArrayList<>();
        lock.lock();
        try {
            if (failure == null) {
                durable = upTo;
            } else {
                stopped = failure;
            }
            waiting.removeIf(one -> (failure != null || one.position() <= upTo) && answered.add(one));
        } finally {
            lock.unlock();
        }
        answered.forEach(one -> one.then().accept(failure));
    }

    /** Writes what has gathered, then closes the file. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        try {
            writer.join();
            lock.lock();
            try {
                stopped = stopped == null ? new JournalStopped() : stopped;
            } finally {
                lock.unlock();
            }
            file.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
