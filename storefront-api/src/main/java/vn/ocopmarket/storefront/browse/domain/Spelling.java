package vn.ocopmarket.storefront.browse.domain;

/** How far words are apart by slips of the finger. */
final class Spelling {

    private Spelling() {}

    /** Whether they differ by one letter that is missing, too many, another one, or that changed places with the next. */
    static boolean isOneSlip(String one, String other) {
        if (one.length() > other.length()) {
            return isOneSlip(other, one);
        }
        if (other.length() - one.length() > 1 || one.equals(other)) {
            return false;
        }
        var at = 0;
        while (at < one.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        if (one.length() < other.length()) {
            return one.substring(at).equals(other.substring(at + 1));
        }
        return one.substring(at + 1).equals(other.substring(at + 1)) || areSwapped(one, other, at);
    }

    private static boolean areSwapped(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }
}
