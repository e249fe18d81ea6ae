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
    private static final String PRICED = START + "(?:gia )?";

    private static final Pattern BETWEEN =
            pattern(PRICED + "(?:tu )?" + AMOUNT + " ?" + UNIT + "? ?(?:-|–|den|toi) ?" + AMOUNT + " ?" + UNIT + END);
    private static final Pattern UNDER =
            pattern(PRICED + "(?:duoi|<|re hon|nho hon|it hon|chua den|chua toi) ?" + AMOUNT + " ?" + UNIT + END);
    private static final Pattern AT_MOST = pattern(PRICED + "(?:khong qua|toi da|<=) ?" + AMOUNT + " ?" + UNIT + END);
    private static final Pattern OR_LESS =
            pattern(PRICED + AMOUNT + " ?" + UNIT + " (?:tro xuong|tro lai|do lai)" + END);
    private static final Pattern OVER = pattern(PRICED + "(?:tren|hon|>) ?" + AMOUNT + " ?" + UNIT + END);
    private static final Pattern OR_MORE = pattern(PRICED + AMOUNT + " ?" + UNIT + " tro len" + END);
    private static final Pattern AT_LEAST =
            pattern(PRICED + "(?:tu|it nhat|toi thieu|>=) ?" + AMOUNT + " ?" + UNIT + "(?: tro len)?" + END);
    private static final Pattern ABOUT = pattern(PRICED + "(?:khoang|tam|co) ?" + AMOUNT + " ?" + UNIT + END);

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

    public static Understanding ofTables() {
        return new Understanding(PlaceNames.read(), GroupNames.read());
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
            var unit = found.group(4);
            var least = dong(found.group(1), found.group(2) == null ? unit : found.group(2));
            var most = dong(found.group(3), unit);
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

    /** Null when it is no price: nobody sells for less than a thousand dong. */
    private static @Nullable Long dong(String amount, String unit) {
        var isGrouped = amount.matches("\\d{1,3}(?:[.,]\\d{3})+");
        var number = new BigDecimal(isGrouped ? amount.replaceAll("[.,]", "") : amount.replace(',', '.'));
        var dong = number.multiply(BigDecimal.valueOf(times(unit))).longValue();
        return dong < 1_000 ? null : dong;
    }

    private static long times(String unit) {
        return switch (unit) {
            case "k", "nghin", "ngan" -> 1_000;
            case "tr", "trieu" -> 1_000_000;
            default -> 1;
        };
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text);
    }
}
