package vn.ocopmarket.outbox;

/** Another relay took over; this one stops at once. */
final class LeaseLostException extends RuntimeException {

    LeaseLostException(Lease lease) {
        super("Lease with epoch " + lease.epoch() + " lost by " + lease.owner(), null, false, false);
    }
}
