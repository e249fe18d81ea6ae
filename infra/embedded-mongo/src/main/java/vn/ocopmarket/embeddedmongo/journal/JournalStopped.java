package vn.ocopmarket.embeddedmongo.journal;

/** A write could not be made durable, so no write is taken any more; what was acknowledged before is safe. */
public final class JournalStopped extends RuntimeException {

    JournalStopped(Throwable cause) {
        super("The embedded database stopped taking writes because its journal could not be written: "
                + cause.getMessage()
                + ". Everything acknowledged so far is safe. Make room on the disk and start again.");
        initCause(cause);
    }

    JournalStopped() {
        super("The embedded database is closed");
    }
}
