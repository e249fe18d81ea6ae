package vn.ocopmarket.storefront.notification;

import java.util.regex.Pattern;

/** Keeps people's addresses out of logs and lists: servers like to repeat them in what they say. */
final class Discretion {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(),;:]+@[^\\s<>\"'(),;:]+");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d .-]{7,}\\d");
    private static final int LONGEST = 300;
    private static final int SHOWN = 2;

    private Discretion() {}

    /** What a failure says, without addresses and numbers of people. */
    static String words(Throwable failure) {
        var said = failure instanceof UndeliverableException ? failure.getMessage() : failure.toString();
        var without = PHONE.matcher(ADDRESS.matcher(said).replaceAll("…@…")).replaceAll("…");
        return without.substring(0, Math.min(without.length(), LONGEST));
    }

    /** Enough to tell two addresses apart. */
    static String hidden(String to) {
        var at = to.indexOf('@');
        if (at < 0) {
            return "…" + to.substring(Math.max(0, to.length() - SHOWN));
        }
        return to.substring(0, Math.min(SHOWN, at)) + "…" + to.substring(at);
    }
}
