package vn.ocopmarket.storefront.browse.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.pages.Problem;

/** The values of a query string, and everything that is wrong with them. */
final class GivenParameters {

    private static final int LONGEST_TEXT = 120;
    private static final int MOST_VALUES = 50;
    private static final int MOST_ERRORS = 50;

    /** The programme is of 2018; other days are typing errors that no index need be asked about. */
    private static final int FIRST_YEAR = 2018;

    private static final int LAST_YEAR = 2100;

    private final MultiValueMap<String, String> given;
    private final MessageSource messages;
    private final Locale locale;
    private final List<InvalidField> errors = new ArrayList<>();

    GivenParameters(MultiValueMap<String, String> given, MessageSource messages, Locale locale) {
        this.given = given;
        this.messages = messages;
        this.locale = locale;
    }

    Set<String> names() {
        return given.keySet();
    }

    /** A name without a value, as in {@code ?q}, has an empty one. */
    List<String> values(String name) {
        return given.getOrDefault(name, List.of()).stream()
                .map(value -> Objects.requireNonNullElse(value, ""))
                .toList();
    }

    /** The same, without what has no value at all. */
    static MultiValueMap<String, String> filled(MultiValueMap<String, String> given) {
        var filled = new LinkedMultiValueMap<String, String>();
        given.forEach(
                (name, values) -> values.stream().filter(Objects::nonNull).forEach(value -> filled.add(name, value)));
        return filled;
    }

    void refuseWhatIsWrong() {
        if (!errors.isEmpty()) {
            throw Problem.of("invalid-request", 400).with("errors", errors);
        }
    }

    String text(String name) {
        var typed = one(name);
        if (typed != null && typed.length() > LONGEST_TEXT) {
            wrong(name, "invalid.too-long", LONGEST_TEXT);
            return "";
        }
        return typed == null ? "" : typed;
    }

    LocalDate day(LocalDate today) {
        var at = one("at");
        if (at == null) {
            return today;
        }
        try {
            var day = LocalDate.parse(at);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // told below
        }
        wrong("at", "invalid.date");
        return today;
    }

    long number(String name, long least, long most, long otherwise) {
        var text = one(name);
        if (text == null) {
            return otherwise;
        }
        try {
            var number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        wrong(name, "invalid.number", least, most);
        return otherwise;
    }

    boolean flag(String name) {
        var text = one(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            wrong(name, "invalid.flag");
        }
        return "true".equals(text);
    }

    Set<String> all(String name, Pattern form, String key) {
        var values = values(name).stream().filter(value -> !value.isEmpty()).collect(Collectors.toSet());
        if (values.size() > MOST_VALUES) {
            wrong(name, "invalid.too-many", MOST_VALUES);
            return Set.of();
        }
        if (!values.stream().allMatch(value -> form.matcher(value).matches())) {
            wrong(name, key);
            return Set.of();
        }
        return values;
    }

    /** An empty value, as forms send it, is none. */
    @Nullable
    String one(String name) {
        var values = values(name);
        if (values.size() > 1) {
            wrong(name, "invalid.repeated");
        }
        return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
    }

    void wrong(String field, String key, Object... arguments) {
        if (errors.size() == MOST_ERRORS) {
            return;
        }
        var _ = errors.add(new InvalidField(field, messages.getMessage(key, arguments, locale)));
    }
}
