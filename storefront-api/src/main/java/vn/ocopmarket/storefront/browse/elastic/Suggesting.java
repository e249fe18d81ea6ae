package vn.ocopmarket.storefront.browse.elastic;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.Suggestions;
import vn.ocopmarket.storefront.browse.Suggestions.SuggestedProducer;
import vn.ocopmarket.storefront.browse.Suggestions.SuggestedProduct;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Found;

/** Makes suggestions of the products found: themselves, and the producers that what was typed names. */
final class Suggesting {

    private static final int PRODUCTS = 6;
    private static final int OTHERS = 3;

    /** Enough to find several producers among them. */
    private static final int LOOK_AT = 30;

    /** Who has typed that many words and goes on has asked for what they say. */
    private static final int ASKED = 2;

    private Suggesting() {}

    /** Asks for a few products whose words begin like what is being typed; producers are read off them. */
    static Map<String, Object> request(String typed, LocalDate day, Phrasing phrasing) {
        var words = Stream.of(typed.split(" ")).map(phrasing::begun).toList();
        List<Map<String, Object>> leftOut = isAsked(typed) ? List.of() : List.of(SearchRequest.ALCOHOL);
        return Map.of(
                "size",
                LOOK_AT,
                "_source",
                false,
                "stored_fields",
                List.of("card"),
                "track_total_hits",
                false,
                "query",
                Map.of(
                        "bool",
                        Map.of(
                                "must",
                                words,
                                "should",
                                List.of(Clauses.match("name.exact", typed, Map.of())),
                                "filter",
                                List.of(Clauses.contains("soldOn", day)),
                                "must_not",
                                leftOut)));
    }

    private static boolean isAsked(String typed) {
        var wholeWords = typed.split(" ").length - 1;
        return wholeWords >= ASKED;
    }

    static Suggestions read(Found found, String typed) {
        var cards = found.hits().stream()
                .map(SearchAnswer.Hit::card)
                .filter(card -> isAsked(typed) || !card.forAdults())
                .toList();
        return new Suggestions(
                cards.stream()
                        .limit(PRODUCTS)
                        .map(card -> new SuggestedProduct(
                                card.id(),
                                card.slug(),
                                card.name(),
                                card.group().code(),
                                card.forAdults()))
                        .toList(),
                named(cards, typed, card -> card.producer().name())
                        .map(SearchCard::producer)
                        .map(producer -> new SuggestedProducer(producer.id(), producer.name()))
                        .distinct()
                        .limit(OTHERS)
                        .toList(),
                List.of(),
                List.of());
    }

    private static Stream<SearchCard> named(List<SearchCard> cards, String typed, Function<SearchCard, String> name) {
        var folded = VietnameseText.fold(typed);
        return cards.stream()
                .filter(card -> VietnameseText.fold(name.apply(card)).contains(folded));
    }
}
