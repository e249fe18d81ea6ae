package vn.ocopmarket.storefront.notification;

/** Nobody will ever take this letter, however often it is tried. */
public final class UndeliverableException extends RuntimeException {

    public UndeliverableException(String why) {
        super(why, null, false, false);
    }
}
