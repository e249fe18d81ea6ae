package vn.ocopmarket.contract.gs1;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.gs1.DigitalLinkReading.Read;
import vn.ocopmarket.contract.gs1.DigitalLinkReading.Reason;
import vn.ocopmarket.contract.gs1.DigitalLinkReading.Refused;

/** Reads the path and query of GS1 Digital Links, strictly: what the standard does not allow is refused with its reason. */
public final class DigitalLinkReader {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern KEY = Pattern.compile("/(?:01|gtin)/\\d{8,14}(?=/|$)");
    private static final Pattern SET_82 = Pattern.compile("[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]+");
    private static final List<String> ORDER = List.of("22", DigitalLink.LOT, DigitalLink.SERIAL, "235");
    private static final Map<String, Integer> LONGEST =
            Map.of("22", 20, DigitalLink.LOT, 20, DigitalLink.SERIAL, 20, "235", 28);
    /** Of the first edition of the standard; later ones have the numbers only. */
    private static final Map<String, String> WORDS =
            Map.of("gtin", "01", "cpv", "22", "lot", DigitalLink.LOT, "ser", DigitalLink.SERIAL);

    private DigitalLinkReader() {}

    /**
     * @param rawPath from the primary key on, percent-encoded as it came
     * @param rawQuery without the question mark, or null
     */
    public static DigitalLinkReading read(String rawPath, @Nullable String rawQuery) {
        try {
            var path = pairs(rawPath);
            var attributes = DigitalLinkAttributes.read(rawQuery);
            return new Read(
                    new DigitalLink(path.gtin(), path.qualifiers(), attributes),
                    path.numeric() && path.gtinDigits() == 14);
        } catch (NotALink wrong) {
            return new Refused(wrong.reason, wrong.part);
        }
    }

    /** Like {@link #read(String, String)} for a whole address; what comes before the primary key may be anything. */
    public static DigitalLinkReading readAddress(String address) {
        var withoutFragment = address.split("#", 2)[0];
        var query = withoutFragment.indexOf('?');
        var before = query < 0 ? withoutFragment : withoutFragment.substring(0, query);
        var wholeKey = KEY.matcher(before);
        var key = wholeKey.find() ? wholeKey.start() : before.indexOf("/01/");
        return key < 0
                ? new Refused(Reason.NO_GTIN, before)
                : read(before.substring(key), query < 0 ? null : withoutFragment.substring(query + 1));
    }

    private record Path(Gtin gtin, int gtinDigits, Map<String, String> qualifiers, boolean numeric) {}

    private static Path pairs(String rawPath) {
        var segments = segments(rawPath);
        var numeric = !WORDS.containsKey(segments.getFirst());
        if (!WORDS.getOrDefault(segments.getFirst(), segments.getFirst()).equals("01")) {
            throw new NotALink(Reason.NO_GTIN, rawPath);
        }
        var digits = valueAt(segments, 1);
        var qualifiers = new LinkedHashMap<String, String>();
        var last = -1;
        for (int next = 2; next < segments.size(); next += 2) {
            var word = segments.get(next);
            var key = WORDS.getOrDefault(word, word);
            numeric &= !WORDS.containsKey(word);
            last = place(key, last, qualifiers);
            qualifiers.put(key, qualifier(key, valueAt(segments, next + 1)));
        }
        return new Path(gtin(digits), digits.length(), qualifiers, numeric);
    }

    private static List<String> segments(String rawPath) {
        var segments = new ArrayList<>(List.of(rawPath.split("/", -1)));
        if (segments.getFirst().isEmpty()) {
            segments.removeFirst();
        }
        if (segments.size() > 1
                && segments.size() % 2 == 1
                && segments.getLast().isEmpty()) {
            segments.removeLast();
        }
        if (segments.isEmpty()) {
            throw new NotALink(Reason.NO_GTIN, rawPath);
        }
        return segments;
    }

    private static String valueAt(List<String> segments, int index) {
        if (index >= segments.size() || segments.get(index).isEmpty()) {
            throw new NotALink(Reason.VALUE_MISSING, segments.get(index - 1));
        }
        return decoded(segments.get(index));
    }

    /** Where the qualifier stands in the order of the standard; 235 excludes the others. */
    private static int place(String key, int last, Map<String, String> before) {
        var place = ORDER.indexOf(key);
        if (place < 0) {
            throw new NotALink(Reason.UNKNOWN_QUALIFIER, key);
        }
        if (before.containsKey(key)) {
            throw new NotALink(Reason.QUALIFIER_TWICE, key);
        }
        if (place < last || key.equals("235") && !before.isEmpty()) {
            throw new NotALink(Reason.QUALIFIER_ORDER, key);
        }
        return place;
    }

    private static String qualifier(String key, String value) {
        if (value.length() > LONGEST.getOrDefault(key, 0)) {
            throw new NotALink(Reason.VALUE_TOO_LONG, value);
        }
        if (!SET_82.matcher(value).matches()) {
            throw new NotALink(Reason.VALUE_CHARACTERS, value);
        }
        return value;
    }

    private static Gtin gtin(String digits) {
        if (!DIGITS.matcher(digits).matches()) {
            throw new NotALink(Reason.GTIN_DIGITS, digits);
        }
        if (!List.of(8, 12, 13, 14).contains(digits.length())) {
            throw new NotALink(Reason.GTIN_LENGTH, digits);
        }
        if (!CheckDigit.isValid(digits)) {
            throw new NotALink(Reason.GTIN_CHECK_DIGIT, digits);
        }
        return Gtin.parse(digits);
    }

    /** UTF-8 behind percent signs; plus signs are plus signs in a path. */
    static String decoded(String raw) {
        var bytes = ByteBuffer.allocate(raw.length() * 3);
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '%') {
                bytes.put((byte) hex(raw, i + 1));
                i += 2;
            } else {
                bytes.put(String.valueOf(raw.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new NotALink(Reason.PERCENT_ENCODING, raw);
        }
    }

    private static int hex(String raw, int at) {
        var high = at < raw.length() ? Character.digit(raw.charAt(at), 16) : -1;
        var low = at + 1 < raw.length() ? Character.digit(raw.charAt(at + 1), 16) : -1;
        if (high < 0 || low < 0) {
            throw new NotALink(Reason.PERCENT_ENCODING, raw);
        }
        return high << 4 | low;
    }

    /** Ends the reading; never leaves this package. */
    static final class NotALink extends RuntimeException {

        private final transient Reason reason;
        private final String part;

        NotALink(Reason reason, String part) {
            super(null, null, false, false);
            this.reason = reason;
            this.part = part;
        }
    }
}
