package vn.ocopmarket.storefront.browse.elastic;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.Suggestions;
import vn.ocopmarket.storefront.browse.Suggestions.SuggestedProducer;
import vn.ocopmarket.storefront.browse.Suggestions.SuggestedProduct;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Found;

/** Makes suggestions of the products found: themselves, and the producers and places that what was typed names. */
final class SuggestAnswer {

    private static final int PRODUCTS = 6;
    private static final int OTHERS = 3;

    private SuggestAnswer() {}

    static Suggestions read(Found found, String typed) {
        var cards = found.hits().stream().map(SearchAnswer.Hit::card).toList();
        return new Suggestions(
                cards.stream()
                        .limit(PRODUCTS)
                        .map(card -> new SuggestedProduct(card.id(), card.slug(), card.name()))
                        .toList(),
                named(cards, typed, card -> card.producer().name())
                        .map(SearchCard::producer)
                        .map(producer -> new SuggestedProducer(producer.id(), producer.name()))
                        .distinct()
                        .limit(OTHERS)
                        .toList(),
                named(cards, typed, card -> card.province().name())
                        .map(card -> card.province().name())
                        .distinct()
                        .limit(OTHERS)
                        .toList(),
                List.of());
    }

    private static Stream<SearchCard> named(List<SearchCard> cards, String typed, Function<SearchCard, String> name) {
        var folded = VietnameseText.fold(typed);
        return cards.stream()
                .filter(card -> VietnameseText.fold(name.apply(card)).contains(folded));
    }
}
