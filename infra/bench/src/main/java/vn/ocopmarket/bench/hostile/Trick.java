package vn.ocopmarket.bench.hostile;

import static vn.ocopmarket.bench.Requests.parameter;

import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A way to be hostile with a query string; the same random numbers give the same one. */
enum Trick {
    VERY_LONG(dice -> "q=" + parameter(dice.anyOf("a", "đ", "mắm ", "x y ").repeat(1 + dice.below(900)))),
    CONTROL_CHARACTERS(dice ->
            "q=" + dice.some(60, "", () -> parameter(String.valueOf((char) dice.below(32))) + dice.anyOf("a", ""))),
    LUCENE(dice -> "q=" + parameter(dice.mix(12, Pieces.LUCENE))),
    JSON(dice -> dice.anyOf("q", "group", "cursor", "producerName") + "=" + parameter(dice.mix(8, Pieces.JSON))),
    EMOJI(dice -> "q=" + parameter(dice.mix(25, Pieces.PICTURES))),
    RIGHT_TO_LEFT(dice -> "q=" + parameter(dice.mix(12, Pieces.RIGHT_TO_LEFT))),
    MANY_FILTERS(dice -> dice.some(dice.below(4) == 0 ? 4_000 : 200, "&", () -> Filters.any(dice))),
    DEEP_PAGES(Cursors::deep),
    BROKEN_CURSORS(Cursors::broken),
    NUMBERS_AND_DAYS(
            dice -> dice.anyOf("minPrice", "maxPrice", "limit", "at", "stars", "inStock", "sort", "facets", "literal")
                    + "=" + parameter(dice.anyOf(Pieces.ODD_VALUES))),
    NAMES(dice ->
            dice.some(120, "&", () -> parameter(dice.anyOf(Pieces.ODD_NAMES)) + dice.anyOf("", "=", "=1", "=%20"))),
    BAD_ENCODING(dice -> "q="
            + dice.some(
                    20, "", () -> dice.anyOf("%", "%z", "%zz", "%C3", "%FF", "%00", "%ED%A0%80", "+", "&", ";", "a"))),
    COSTLY_WORDS(Trick::costlyWords),
    UNDERSTOOD_WRONGLY(dice -> "q=" + parameter(dice.mix(10, Pieces.UNDERSTOOD)));

    private final Function<Dice, String> query;

    Trick(Function<Dice, String> query) {
        this.query = query;
    }

    String query(RandomGenerator random) {
        return query.apply(new Dice(random));
    }

    /** Whether it makes what is no address at all, which is refused before anybody could name what is wrong with it. */
    boolean mayBeNoAddress() {
        return this == BAD_ENCODING || this == NAMES;
    }

    private static String costlyWords(Dice dice) {
        var words = dice.some(40, " ", () -> dice.anyOf(Pieces.COSTLY));
        return "q=" + parameter(words.substring(0, Math.min(words.length(), 120))) + dice.anyOf("", "&facets=all");
    }
}
