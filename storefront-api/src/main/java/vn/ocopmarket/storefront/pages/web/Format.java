package vn.ocopmarket.storefront.pages.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;

/** How templates write amounts, dates and the signs of groups; a template calls it as {@code format}. */
final class Format {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DATE_VI = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter DATE_EN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_VI = DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MONTH_EN = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Pattern DAY = Pattern.compile("(?<![\\d-])\\d{4}-\\d{2}-\\d{2}(?![\\d-])");
    private static final Pattern DONG = Pattern.compile("(?<![\\d.,])(\\d{1,15}) ₫");
    private static final Pattern GROUP = Pattern.compile("\\d{2}|I|II|III|IV|V|VI");
    private static final int GROUPS = 26;
    private static final int[] PICTURE_WIDTHS = {160, 320, 640, 1280};

    private final boolean english;

    Format(Locale locale) {
        this.english = Languages.of(locale).equals("en");
    }

    public String money(@Nullable Money amount) {
        return amount == null ? "" : money(amount.amount());
    }

    public String money(long dong) {
        return number(dong) + " ₫";
    }

    /** Grouped by thousands as the language has it. */
    public String number(long number) {
        return String.format(english ? Locale.ENGLISH : Locale.ITALY, "%,d", number);
    }

    public int integer(String digits) {
        return Integer.parseInt(digits);
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? "" : (english ? DATE_EN : DATE_VI).format(date);
    }

    /** A month that is written as 2026-11. */
    public String month(String month) {
        return (english ? MONTH_EN : MONTH_VI).format(YearMonth.parse(month));
    }

    public String dateTime(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        var local = instant.atZone(VIETNAM);
        return TIME.format(local) + ", " + date(local.toLocalDate());
    }

    /** Text that a program wrote, with its days and its amounts of dong as people write them. */
    public @Nullable String plain(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var dated = DAY.matcher(text).replaceAll(found -> day(found.group()));
        return DONG.matcher(dated).replaceAll(found -> money(Long.parseLong(found.group(1))));
    }

    private String day(String written) {
        try {
            return date(LocalDate.parse(written));
        } catch (DateTimeParseException _) {
            return written;
        }
    }

    /** The sizes of an uploaded picture for {@code srcset}, or null for a picture of elsewhere. */
    public @Nullable String sizes(@Nullable String picture, String extension) {
        return picture == null || !picture.startsWith("/media/")
                ? null
                : IntStream.of(PICTURE_WIDTHS)
                        .mapToObj(width -> "%s/%d.%s %dw".formatted(picture, width, extension, width))
                        .collect(Collectors.joining(", "));
    }

    /** The name of a group's sign in {@code plates.svg}. */
    public String sign(@Nullable String group) {
        return "g"
                + switch (group) {
                    case "I" -> "05";
                    case "II" -> "17";
                    case "III" -> "18";
                    case "IV" -> "21";
                    case "V" -> "23";
                    case "VI" -> "26";
                    case null -> "00";
                    default -> branch(group).equals("0") ? "00" : group;
                };
    }

    /** The branch of a group, which decides the ground of its plate. */
    public String branch(@Nullable String group) {
        if (group == null || !GROUP.matcher(group).matches()) {
            return "0";
        }
        if (!Character.isDigit(group.charAt(0))) {
            return group;
        }
        var code = Integer.parseInt(group);
        if (code < 1 || code > GROUPS) {
            return "0";
        }
        if (code <= 13) {
            return "I";
        }
        if (code <= 17) {
            return "II";
        }
        if (code <= 20) {
            return "III";
        }
        if (code <= 22) {
            return "IV";
        }
        return code <= 25 ? "V" : "VI";
    }
}
