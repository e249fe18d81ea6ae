package vn.ocopmarket.embeddedmongo.journal;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where changes are recorded before they are made: a journal on disk, or nowhere when all is kept in memory. */
public interface ChangeLog extends AutoCloseable {

    /** Takes the entry; it is durable once {@link #whenDurable} says so. Throws {@link JournalStopped}. */
    void append(JournalEntry entry);

    /** How far the log reaches with everything appended up to now. */
    long position();

    /** Calls back when everything up to the position is on disk, with the reason when it never will be. */
    void whenDurable(long position, Consumer<@Nullable JournalStopped> then);

    /** Bytes on disk. */
    long bytes();

    @Override
    void close();

    /** A log that forgets. */
    static ChangeLog none() {
        return new ChangeLog() {
            @Override
            public void append(JournalEntry entry) {}

            @Override
            public long position() {
                return 0;
            }

            @Override
            public void whenDurable(long position, Consumer<@Nullable JournalStopped> then) {
                then.accept(null);
            }

            @Override
            public long bytes() {
                return 0;
            }

            @Override
            public void close() {}
        };
    }
}
