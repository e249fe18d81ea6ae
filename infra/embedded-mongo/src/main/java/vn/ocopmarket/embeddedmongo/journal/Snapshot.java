package vn.ocopmarket.embeddedmongo.journal;

import java.util.function.Consumer;

/** Writes the present data as entries, while it goes on changing: each document as it is when its turn comes. */
@FunctionalInterface
public interface Snapshot {

    void writeTo(Consumer<JournalEntry> entries);
}
