package vn.ocopmarket.standalone;

/** The market cannot start; the message says why and what to do. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartRefused(String message) {
        super(message);
    }
}
