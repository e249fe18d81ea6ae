package vn.ocopmarket.storefront.browse.elastic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.browse.InvalidCursor;
import vn.ocopmarket.storefront.browse.ProductQuery;

/**
 * A cursor says of which search it is and after which hit to go on, and, where writes may change the order of what is there,
 * in which moment of the index. It is wrapped so that nobody builds on its inside.
 */
final class Cursors {

    private static final Pattern INSIDE = Pattern.compile("(-?[0-9a-z]{1,13})\\n(-?[0-9.E-]{1,30})\\n([^\\n]{1,100})"
            + "\\n([A-Za-z0-9_=+/-]{0,2000})\\n([A-Za-z0-9_-]{0,600})");
    private static final int LONGEST = 4_000;
    private static final int FACTOR = 31;

    private Cursors() {}

    /**
     * Where a page begins.
     *
     * @param after place and id of the hit before it; null for the first page, and for the second when it is the first of its
     *     moment
     * @param moment name of the moment of the index, or null when none is needed or none is held yet
     * @param shown marks of products that pages outside this moment have shown
     */
    record Start(@Nullable List<Object> after, @Nullable String moment, List<Integer> shown) {

        static final Start FIRST = new Start(null, null, List.of());

        Start {
            shown = List.copyOf(shown);
        }
    }

    /** Of what was shown before a moment was held, so that it is not shown again in it. */
    static int mark(String id) {
        var sum = new CRC32C();
        sum.update(id.getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }

    /** The first page is cut from the index as it is; whoever goes on from there needs a moment to go through. */
    static boolean needsAMoment(ProductQuery query) {
        return SortOrder.isByScore(query) && !query.q().isEmpty();
    }

    static String after(
            ProductQuery query, String place, String id, @Nullable String moment, Collection<Integer> shown) {
        var marks = ByteBuffer.allocate(Integer.BYTES * shown.size());
        shown.forEach(marks::putInt);
        var inside = String.join(
                "\n",
                search(query),
                place,
                id,
                moment == null ? "" : moment,
                Base64.getUrlEncoder().withoutPadding().encodeToString(marks.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(inside.getBytes(StandardCharsets.UTF_8));
    }

    static Start read(ProductQuery query) {
        var cursor = query.cursor();
        if (cursor == null) {
            return Start.FIRST;
        }
        if (cursor.length() > LONGEST) {
            throw new InvalidCursor();
        }
        try {
            var inside = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return read(INSIDE.matcher(inside), query);
        } catch (IllegalArgumentException _) {
            throw new InvalidCursor();
        }
    }

    private static Start read(Matcher parts, ProductQuery query) {
        if (!parts.matches() || !parts.group(1).equals(search(query))) {
            throw new InvalidCursor();
        }
        var place = parts.group(2);
        List<Object> after = List.of(SortOrder.isByScore(query) ? score(place) : Long.valueOf(place), parts.group(3));
        if (!needsAMoment(query)) {
            return new Start(after, null, List.of());
        }
        var moment = parts.group(4);
        var shown = marks(parts.group(5));
        return moment.isEmpty() ? new Start(null, null, shown) : new Start(after, moment, shown);
    }

    private static List<Integer> marks(String wrapped) {
        var marks = ByteBuffer.wrap(Base64.getUrlDecoder().decode(wrapped));
        var shown = new ArrayList<Integer>();
        while (marks.remaining() >= Integer.BYTES) {
            shown.add(marks.getInt());
        }
        return shown;
    }

    private static Number score(String place) {
        var score = Float.parseFloat(place);
        if (Float.isFinite(score)) {
            return score;
        }
        throw new InvalidCursor();
    }

    /** Everything that decides which hits there are and in which order, as a number; not how many make a page. */
    private static String search(ProductQuery query) {
        var ticked = query.filters();
        var said = query.reading().understood().stream().map(piece -> piece.kind() + piece.text());
        var all = Stream.of(
                        Stream.of(
                                query.sort(),
                                query.day(),
                                query.q(),
                                query.reading().typed()),
                        Stream.of(
                                sorted(ticked.groups()),
                                sorted(ticked.stars()),
                                sorted(ticked.provinces()),
                                sorted(ticked.communes()),
                                sorted(ticked.producers()),
                                sorted(ticked.locations())),
                        Stream.of(String.valueOf(ticked.minPrice()), String.valueOf(ticked.maxPrice())),
                        Stream.of(ticked.inStock(), ticked.traceable(), ticked.geographicalIndication()),
                        said)
                .flatMap(part -> part)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
        return Long.toString(all.chars().asLongStream().reduce(1, (hash, next) -> FACTOR * hash + next), 36);
    }

    private static String sorted(Collection<?> values) {
        return values.stream().map(String::valueOf).sorted().collect(Collectors.joining(","));
    }
}
