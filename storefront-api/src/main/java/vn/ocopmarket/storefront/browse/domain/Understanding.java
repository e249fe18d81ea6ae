package vn.ocopmarket.storefront.browse.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.browse.domain.Reading.Kind;
import vn.ocopmarket.storefront.browse.domain.Reading.Piece;

/** Reads stars, prices, places and groups out of what people type, with accents or without. */
public final class Understanding {

    private static final String START = "(?<![^ ])";
    private static final String END = "(?= )";
    private static final String AMOUNT = "(\\d{1,3}(?:[.,]\\d{3})+|\\d{1,9}(?:[.,]\\d{1,2})?)";
    private static final String UNIT = "(k|nghin|ngan|tr|trieu|dong|d|vnd|₫)";
    private static final String PRICE = AMOUNT + "(?: ?" + UNIT + ")?";
    private static final Pattern GROUPED = pattern("\\d{1,3}(?:[.,]\\d{3})+");

    /** Without a unit other numbers may be years, weights or codes. */
    private static final Pattern LIKE_A_PRICE = pattern("[1-9]\\d{2,6}00");

    private static final BigDecimal LEAST = BigDecimal.valueOf(1_000);
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private static final String PRICED = START + "(?:gia )?";

    private static final Pattern BETWEEN = pattern(PRICED + "(?:tu )?" + PRICE + " ?(?:-|–|den|toi) ?" + PRICE + END);
    private static final Pattern UNDER =
            pattern(PRICED + "(?:duoi|<|re hon|nho hon|it hon|chua den|chua toi) ?" + PRICE + END);
    private static final Pattern AT_MOST = pattern(PRICED + "(?:khong qua|toi da|<=) ?" + PRICE + END);
    private static final Pattern OR_LESS = pattern(PRICED + PRICE + " (?:tro xuong|tro lai|do lai)" + END);
    private static final Pattern OVER = pattern(PRICED + "(?:tren|hon|>) ?" + PRICE + END);
    private static final Pattern OR_MORE = pattern(PRICED + PRICE + " tro len" + END);
    private static final Pattern AT_LEAST =
            pattern(PRICED + "(?:tu|it nhat|toi thieu|>=) ?" + PRICE + "(?: tro len)?" + END);
    private static final Pattern ABOUT = pattern(PRICED + "(?:khoang|tam|co) ?" + PRICE + END);

    private static final String NUMBER = "([345]|ba|bon|nam)";
    private static final String STAR = " ?-?(?:sao|stars?|\\*)";
    private static final Pattern SOME_STARS =
            pattern(START + NUMBER + " ?(-|–|den|toi|hoac|va) ?" + NUMBER + STAR + END);
    private static final Pattern STARS = pattern(START + "(?:(tu|tren) )?" + NUMBER + STAR + "( tro len)?" + END);

    private static final Pattern IN_STOCK = pattern(START + "(?:con|san|co san) hang" + END);

    private static final Map<String, Integer> NUMBERS = Map.of("3", 3, "4", 4, "5", 5, "ba", 3, "bon", 4, "nam", 5);

    /** Everything here is of this programme, and hardly any product says so of itself. */
    private static final String PROGRAMME = "ocop";

    private final PlaceNames places;
    private final GroupNames groups;

    private Understanding(PlaceNames places, GroupNames groups) {
        this.places = places;
        this.groups = groups;
    }

    private static final class Tables {

        private static final Understanding READ = new Understanding(PlaceNames.read(), GroupNames.read());
    }

    /** The tables are read once for all. */
    public static Understanding ofTables() {
        return Tables.READ;
    }

    /** @param literally what to leave as words */
    public Reading read(String text, Set<Kind> literally) {
        var typed = new Typed(text);
        if (!literally.contains(Kind.STARS)) {
            stars(typed);
        }
        if (!literally.contains(Kind.PRICE)) {
            price(typed);
        }
        if (!literally.contains(Kind.PLACE)) {
            places.take(typed);
        }
        if (!literally.contains(Kind.STOCK)) {
            typed.take(IN_STOCK, _ -> Reading.InStock::new);
        }
        if (!literally.containsAll(Set.of(Kind.values()))) {
            typed.drop(PROGRAMME);
        }
        if (!literally.contains(Kind.GROUP)) {
            groups.take(typed);
        }
        return typed.reading();
    }

    private static void stars(Typed typed) {
        typed.take(SOME_STARS, found -> text -> {
            var first = number(found, 1);
            var last = number(found, 3);
            var isRange = !Set.of("hoac", "va").contains(found.group(2));
            return first >= last ? null : new Reading.Stars(text, isRange ? from(first, last) : Set.of(first, last));
        });
        typed.take(STARS, found -> text -> {
            var number = number(found, 2);
            if ("tren".equals(found.group(1))) {
                return number == 5 ? null : new Reading.Stars(text, from(number + 1, 5));
            }
            var isMore = found.group(1) != null || found.group(3) != null;
            return new Reading.Stars(text, isMore ? from(number, 5) : Set.of(number));
        });
    }

    private static int number(MatchResult found, int group) {
        return NUMBERS.getOrDefault(found.group(group), 0);
    }

    private static Set<Integer> from(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().collect(Collectors.toSet());
    }

    private static void price(Typed typed) {
        typed.take(BETWEEN, found -> text -> {
            var least = dong(found.group(1), found.group(2) == null ? found.group(4) : found.group(2));
            var most = dong(found.group(3), found.group(4) == null ? found.group(2) : found.group(4));
            return least == null || most == null
                    ? null
                    : new Reading.Price(text, Math.min(least, most), Math.max(least, most));
        });
        typed.take(UNDER, price(dong -> text -> new Reading.Price(text, null, dong - 1)));
        for (var most : List.of(AT_MOST, OR_LESS)) {
            typed.take(most, price(dong -> text -> new Reading.Price(text, null, dong)));
        }
        for (var least : List.of(AT_LEAST, OR_MORE)) {
            typed.take(least, price(dong -> text -> new Reading.Price(text, dong, null)));
        }
        typed.take(OVER, price(dong -> text -> new Reading.Price(text, dong + 1, null)));
        typed.take(ABOUT, price(dong -> text -> new Reading.Price(text, dong - dong / 5, dong + dong / 5)));
    }

    private static Function<MatchResult, Function<String, @Nullable Piece>> price(
            Function<Long, Function<String, @Nullable Piece>> meaning) {
        return found -> {
            var dong = dong(found.group(1), found.group(2));
            return dong == null ? _ -> null : meaning.apply(dong);
        };
    }

    /** Null when it is no price: nobody sells for less than a thousand dong, or for a million millions. */
    private static @Nullable Long dong(String amount, @Nullable String unit) {
        var isGrouped = GROUPED.matcher(amount).matches();
        var plain = isGrouped ? amount.replace(".", "").replace(",", "") : amount.replace(',', '.');
        if (unit == null && !LIKE_A_PRICE.matcher(plain).matches()) {
            return null;
        }
        var dong = new BigDecimal(plain).multiply(BigDecimal.valueOf(times(unit)));
        return dong.compareTo(LEAST) < 0 || dong.compareTo(MOST) > 0 ? null : dong.longValue();
    }

    private static long times(@Nullable String unit) {
        return switch (unit) {
            case "k", "nghin", "ngan" -> 1_000;
            case "tr", "trieu" -> 1_000_000;
            case null, default -> 1;
        };
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text);
    }
}
