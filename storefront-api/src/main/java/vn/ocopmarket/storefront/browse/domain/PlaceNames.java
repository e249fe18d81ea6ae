package vn.ocopmarket.storefront.browse.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ocopmarket.contract.text.VietnameseText;

/** Provinces and districts of today and of before, as they are named after <i>ở</i> or <i>tại</i>. */
final class PlaceNames {

    private static final Set<String> IN = Set.of("ở", "tại", "o", "tai");
    private static final Map<String, Integer> KINDS =
            Map.of("tinh", 1, "thanh pho", 2, "tp", 1, "tp.", 1, "huyen", 1, "quan", 1, "thi xa", 2, "thi tran", 2);
    private static final int LONGEST = 5;

    private final Map<String, Entry> byName = new HashMap<>();

    private record Entry(String province, String name) {}

    /** @param rows name, province of today or empty, and the name it is known under if that is another */
    private PlaceNames(List<List<String>> rows) {
        for (var cells : rows) {
            var name = cells.get(0);
            var entry = new Entry(cells.get(1), cells.get(2).isEmpty() ? name : cells.get(2));
            var _ = byName.putIfAbsent(VietnameseText.fold(name), entry);
        }
    }

    static PlaceNames read() {
        return new PlaceNames(Table.rows("place-names.csv"));
    }

    /** Without the little word a name may be a part of a product's name, and is left as words. */
    void take(Typed typed) {
        for (var at = 0; at + 1 < typed.count(); at++) {
            if (!typed.folded(at).isEmpty() && IN.contains(typed.lower(at)) && takeAfter(typed, at)) {
                return;
            }
        }
    }

    private boolean takeAfter(Typed typed, int at) {
        var start = at + 1 + kind(typed, at + 1);
        for (var length = LONGEST; length > 0; length--) {
            var entry = byName.get(words(typed, start, length));
            if (entry != null) {
                var text = typed.text(at, start + length - 1);
                typed.take(
                        at,
                        start + length - 1,
                        entry.province().isEmpty()
                                ? new Reading.Place(text, entry.name())
                                : new Reading.Province(text, entry.province()));
                return true;
            }
        }
        return false;
    }

    private static int kind(Typed typed, int at) {
        return KINDS.getOrDefault(words(typed, at, 2), KINDS.getOrDefault(words(typed, at, 1), 0));
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
