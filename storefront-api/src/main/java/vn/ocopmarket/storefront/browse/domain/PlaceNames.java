package vn.ocopmarket.storefront.browse.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.text.VietnameseText;

/** Provinces, districts and communes of today and of before, as they are named after <i>ở</i> or <i>tại</i>. */
final class PlaceNames {

    private static final Set<String> IN = Set.of("ở", "tại", "o", "tai");
    private static final Map<String, Integer> KINDS =
            Map.of("tinh", 1, "thanh pho", 2, "tp", 1, "tp.", 1, "huyen", 1, "quan", 1, "thi xa", 2, "thi tran", 2);
    private static final Map<String, Integer> KINDS_OF_COMMUNES =
            Map.of("xa", 1, "phuong", 1, "thi tran", 2, "dac khu", 2);
    private static final int LONGEST = 5;

    private final Map<String, Entry> byName = new HashMap<>();
    private final CommuneNames communes = CommuneNames.read();

    private record Entry(String province, String name) {}

    /** A place and the last of its words. */
    private record Named(int last, Found found) {}

    /** Gives the piece for the text of all its words. */
    @FunctionalInterface
    private interface Found {

        Reading.Piece as(String text);
    }

    private PlaceNames() {
        for (var cells : Table.rows("place-names.csv")) {
            var name = cells.get(0);
            var entry = new Entry(cells.get(1), cells.get(2).isEmpty() ? name : cells.get(2));
            var _ = byName.putIfAbsent(VietnameseText.fold(name), entry);
        }
    }

    static PlaceNames read() {
        return new PlaceNames();
    }

    /** Without the little word a name may be a part of a product's name, and is left as words. */
    void take(Typed typed) {
        for (var at = 0; at + 1 < typed.count(); at++) {
            if (!typed.folded(at).isEmpty() && IN.contains(typed.lower(at)) && takeAfter(typed, at)) {
                return;
            }
        }
    }

    /** A name may begin like the kind of another place: of <i>Quan Sơn</i> and <i>quận Sơn Trà</i> the longer one is meant. */
    private boolean takeAfter(Typed typed, int at) {
        var start = at + 1;
        var place = longer(longer(named(typed, start), afterKind(typed, start)), commune(typed, start));
        if (place != null) {
            typed.take(at, place.last(), place.found().as(typed.text(at, place.last())));
        }
        return place != null;
    }

    private @Nullable Named afterKind(Typed typed, int start) {
        var kind = kind(typed, start, KINDS);
        return kind == 0 ? null : named(typed, start + kind);
    }

    /** Only communes that say so may have a name of one syllable: there are too many that mean other things. */
    private @Nullable Named commune(Typed typed, int start) {
        var kind = kind(typed, start, KINDS_OF_COMMUNES);
        var plain = communes(typed, start, 2);
        return kind == 0 ? plain : longer(communes(typed, start + kind, 1), plain);
    }

    private @Nullable Named named(Typed typed, int start) {
        for (var length = LONGEST; length > 0; length--) {
            var entry = byName.get(words(typed, start, length));
            if (entry != null) {
                return new Named(
                        start + length - 1,
                        text -> entry.province().isEmpty()
                                ? new Reading.Place(text, entry.name())
                                : new Reading.Province(text, entry.province()));
            }
        }
        return null;
    }

    private @Nullable Named communes(Typed typed, int start, int shortest) {
        for (var length = LONGEST; length >= shortest; length--) {
            var folded = words(typed, start, length);
            if (!folded.isEmpty()) {
                var commune = communes.of(folded, typed.text(start, start + length - 1));
                if (commune.isPresent()) {
                    return new Named(
                            start + length - 1,
                            text -> new Reading.Place(
                                    text, commune.get().name(), commune.get().codes()));
                }
            }
        }
        return null;
    }

    private static @Nullable Named longer(@Nullable Named one, @Nullable Named other) {
        return one == null || other != null && other.last() > one.last() ? other : one;
    }

    private static int kind(Typed typed, int at, Map<String, Integer> kinds) {
        return kinds.getOrDefault(words(typed, at, 2), kinds.getOrDefault(words(typed, at, 1), 0));
    }

    private static String words(Typed typed, int start, int count) {
        var words = new StringBuilder();
        for (var at = start; at < start + count; at++) {
            if (typed.folded(at).isEmpty()) {
                return "";
            }
            var _ = words.append(words.isEmpty() ? "" : " ").append(typed.folded(at));
        }
        return words.toString();
    }
}
