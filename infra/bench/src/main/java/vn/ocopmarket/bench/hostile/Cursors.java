package vn.ocopmarket.bench.hostile;

import static vn.ocopmarket.bench.Requests.parameter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Places in a list that nobody was ever given. */
final class Cursors {

    private Cursors() {}

    /** They look right, but lead far, or nowhere. */
    static String deep(Dice dice) {
        var sort = dice.anyOf("relevance", "price", "-price", "newest", "stars");
        var place = dice.anyOf(
                "0", "-1", "1E999", "9223372036854775807", "9223372036854775808", "1.5", "NaN", "E", "1E-400");
        var id = dice.anyOf("x", "\u0000", "\"}", "p".repeat(dice.below(200)), "😀");
        var q = dice.heads() ? "" : "q=mam&";
        return q + "sort=" + sort + "&limit=" + dice.below(120) + "&cursor="
                + wrapped(Long.toString(dice.random().nextLong(), 36) + "\n" + place + "\n" + id + "\n"
                        + dice.anyOf("", "x", "A".repeat(dice.below(3_000))) + "\n"
                        + dice.anyOf("", "AAAA", "_".repeat(dice.below(900))));
    }

    static String broken(Dice dice) {
        var bytes = new byte[dice.below(60)];
        dice.random().nextBytes(bytes);
        return "cursor="
                + (dice.heads()
                        ? Base64.getUrlEncoder().encodeToString(bytes)
                        : parameter(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    private static String wrapped(String cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }
}
