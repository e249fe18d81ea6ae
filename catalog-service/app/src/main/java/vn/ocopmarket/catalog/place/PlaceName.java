package vn.ocopmarket.catalog.place;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * A place name as people write it, made comparable.
 *
 * @param key folded, without the word for its kind, numbers without leading zeros
 * @param whole folded, with every word: some names begin with a word that looks like a kind
 * @param kind folded and in full, or empty
 */
record PlaceName(String key, String whole, String kind) {

    static final Set<String> OF_COMMUNES = Set.of("xa", "phuong", "thi tran", "dac khu");
    static final Set<String> OF_DISTRICTS = Set.of("huyen", "quan", "thi xa", "thanh pho");

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("thi tran", "thi tran"),
            Map.entry("tt", "thi tran"),
            Map.entry("thi xa", "thi xa"),
            Map.entry("tx", "thi xa"),
            Map.entry("thanh pho", "thanh pho"),
            Map.entry("tp", "thanh pho"),
            Map.entry("dac khu", "dac khu"),
            Map.entry("phuong", "phuong"),
            Map.entry("p", "phuong"),
            Map.entry("xa", "xa"),
            Map.entry("x", "xa"),
            Map.entry("huyen", "huyen"),
            Map.entry("h", "huyen"),
            Map.entry("quan", "quan"),
            Map.entry("q", "quan"),
            Map.entry("tinh", "tinh"),
            Map.entry("t", "tinh"));

    private static final Pattern NOT_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern SHORT_NUMBERED = Pattern.compile("^(p|q)(\\d+)$");
    private static final Pattern LEADING_ZEROS = Pattern.compile("\\b0+(?=\\d)");

    static PlaceName of(String text) {
        var words = NOT_WORDS.matcher(VietnameseText.fold(text)).replaceAll(" ").strip();
        var whole = SHORT_NUMBERED
                .matcher(LEADING_ZEROS.matcher(words).replaceAll(""))
                .replaceAll("$1 $2");
        var kind = kindAtStart(whole);
        return kind.isEmpty()
                ? new PlaceName(whole, whole, "")
                : new PlaceName(whole.substring(kind.length() + 1), whole, KINDS.getOrDefault(kind, ""));
    }

    private static String kindAtStart(String words) {
        var first = words.indexOf(' ');
        if (first < 0) {
            return "";
        }
        var second = words.indexOf(' ', first + 1);
        if (second > 0 && KINDS.containsKey(words.substring(0, second))) {
            return words.substring(0, second);
        }
        var one = words.substring(0, first);
        return KINDS.containsKey(one) ? one : "";
    }
}
