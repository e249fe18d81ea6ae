package vn.ocopmarket.embeddedmongo.journal;

/** The data on disk cannot be trusted, so the server refuses to start; the message says which file and why. */
public final class UnreadableJournal extends RuntimeException {

    UnreadableJournal(String message) {
        super(message);
    }
}
