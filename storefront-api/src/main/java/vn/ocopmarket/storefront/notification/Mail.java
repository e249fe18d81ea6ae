package vn.ocopmarket.storefront.notification;

/**
 * A letter to one person.
 *
 * @param id chosen by who sends it; the same id again is the same letter, sent once
 * @param text plain text
 */
public record Mail(String id, String to, String subject, String text) {

    /** Whether it goes to a phone: what has no at sign is a number. */
    public boolean isForPhone() {
        return to.indexOf('@') < 0;
    }

    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
