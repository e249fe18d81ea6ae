package vn.ocopmarket.storefront.browse.elastic;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.browse.InvalidCursor;
import vn.ocopmarket.storefront.browse.ProductQuery;

/** A cursor is the order's name and the place of the last hit in it, wrapped so that nobody builds on its inside. */
final class Cursors {

    private static final Pattern INSIDE = Pattern.compile("([a-z-]+)\\n(-?[0-9.E-]{1,30})\\n([^\\n]{1,100})");
    private static final int LONGEST = 300;

    private Cursors() {}

    static String after(ProductQuery query, String place, String id) {
        var inside = SortOrder.nameOf(query) + "\n" + place + "\n" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(inside.getBytes(StandardCharsets.UTF_8));
    }

    /** What to continue after; null for the first page. */
    static @Nullable List<Object> read(ProductQuery query) {
        var cursor = query.cursor();
        if (cursor == null) {
            return null;
        }
        var parts = INSIDE.matcher(unwrapped(cursor));
        if (!parts.matches() || !parts.group(1).equals(SortOrder.nameOf(query))) {
            throw new InvalidCursor();
        }
        var place = parts.group(2);
        return List.of(SortOrder.isByScore(query) ? score(place) : whole(place), parts.group(3));
    }

    private static Number score(String place) {
        try {
            var score = Float.parseFloat(place);
            if (Float.isFinite(score)) {
                return score;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new InvalidCursor();
    }

    /** Prices and times, in milliseconds. */
    private static Number whole(String place) {
        try {
            return Long.parseLong(place);
        } catch (NumberFormatException _) {
            throw new InvalidCursor();
        }
    }

    private static String unwrapped(String cursor) {
        if (cursor.length() > LONGEST) {
            throw new InvalidCursor();
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new InvalidCursor();
        }
    }
}
