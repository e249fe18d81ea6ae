package vn.ocopmarket.contract.gs1;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.gs1.DigitalLinkReader.NotALink;
import vn.ocopmarket.contract.gs1.DigitalLinkReading.Reason;

/** The query of a Digital Link: numbers are application identifiers, everything else is somebody's own and let pass. */
final class DigitalLinkAttributes {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern KEYS =
            Pattern.compile("00|01|02|10|21|22|235|253|255|40[123]|41[0-7]|8003|8004|8006|8017");
    private static final Pattern DATES = Pattern.compile("1[1-3567]");
    private static final String SIGNS = "[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]";

    /** Application identifiers of trade items and the form of what stands behind them (GS1 General Specifications, 3). */
    private static final List<Form> FORMS = List.of(
            form("20", "\\d{2}"),
            form("24[01]|25[01]|400", SIGNS + "{1,30}"),
            form("242", "\\d{1,6}"),
            form("243", SIGNS + "{1,20}"),
            form("254", SIGNS + "{1,20}"),
            form("30|37", "\\d{1,8}"),
            form("3(1[0-6]|2\\d|3[0-7]|4\\d|5\\d|6\\d)[0-5]", "\\d{6}"),
            form("39[02]\\d", "\\d{1,15}"),
            form("39[13]\\d", "\\d{4,18}"),
            form("394\\d", "\\d{4}"),
            form("422|424|426", "\\d{3}"),
            form("423|425", "\\d{3,15}"),
            form("427", SIGNS + "{1,3}"),
            form("7001", "\\d{13}"),
            form("7002", SIGNS + "{1,30}"),
            form("7003", "\\d{10}"),
            form("7005", SIGNS + "{1,12}"),
            form("7006", "\\d{6}"),
            form("71[0-6]", SIGNS + "{1,20}"),
            form("723\\d", SIGNS + "{2,30}"),
            form("8001", "\\d{14}"),
            form("8005", "\\d{6}"),
            form("8008", "\\d{8,12}"),
            form("8020", SIGNS + "{1,25}"),
            form("8200", SIGNS + "{1,70}"),
            form("90", SIGNS + "{1,30}"),
            form("9[1-9]", SIGNS + "{1,90}"));

    private DigitalLinkAttributes() {}

    static Map<String, String> read(@Nullable String rawQuery) {
        var attributes = new LinkedHashMap<String, String>();
        if (rawQuery == null || rawQuery.isEmpty()) {
            return attributes;
        }
        for (var pair : rawQuery.split("[&;]")) {
            var equals = pair.indexOf('=');
            var key = equals < 0 ? pair : pair.substring(0, equals);
            if (NUMBER.matcher(key).matches()) {
                var value = DigitalLinkReader.decoded(equals < 0 ? "" : pair.substring(equals + 1));
                check(key, value);
                if (attributes.put(key, value) != null) {
                    throw new NotALink(Reason.ATTRIBUTE_TWICE, key);
                }
            }
        }
        return attributes;
    }

    private static void check(String key, String value) {
        if (KEYS.matcher(key).matches()) {
            throw new NotALink(Reason.QUALIFIER_IN_QUERY, key);
        }
        if (DATES.matcher(key).matches()) {
            checkDate(value);
            return;
        }
        var form = FORMS.stream()
                .filter(known -> known.key().matcher(key).matches())
                .findFirst()
                .orElseThrow(() -> new NotALink(Reason.UNKNOWN_ATTRIBUTE, key));
        if (!form.value().matcher(value).matches()) {
            throw new NotALink(Reason.ATTRIBUTE_VALUE, key + "=" + value);
        }
    }

    /** Year, month and day of two digits each; day 00 stands for the whole month. */
    private static void checkDate(String value) {
        if (value.length() != 6 || !NUMBER.matcher(value).matches()) {
            throw new NotALink(Reason.ATTRIBUTE_VALUE, value);
        }
        try {
            var day = Integer.parseInt(value.substring(4));
            var _ = LocalDate.of(
                    2000 + Integer.parseInt(value.substring(0, 2)),
                    Integer.parseInt(value.substring(2, 4)),
                    Math.max(day, 1));
        } catch (DateTimeException e) {
            throw new NotALink(Reason.ATTRIBUTE_VALUE, value);
        }
    }

    private static Form form(String key, String value) {
        return new Form(Pattern.compile(key), Pattern.compile(value));
    }

    private record Form(Pattern key, Pattern value) {}
}
