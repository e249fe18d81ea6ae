package vn.ocopmarket.storefront.payment.domain;

/** The word in a transfer's text that tells what is paid: the order's number, and which attempt at paying it. */
public final class Reference {

    public static final int MOST_ATTEMPTS = 99;

    private Reference() {}

    public static String of(String orderNumber, long attempt) {
        if (attempt < 1 || attempt > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("There are two digits for the attempt " + attempt);
        }
        return "%s%02d".formatted(orderNumber, attempt);
    }
}
