package vn.ocopmarket.storefront.browse.elastic;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.search.SearchCard;

/** Reads cards, and remembers them by their very text: what is found often is read once, and never shown as it was. */
final class Cards {

    /** Some 15,000 cards, and about twice that many bytes again for what was read. */
    private static final int MOST_CHARACTERS = 6_000_000;

    private final ObjectReader reader;
    private final Cache<String, SearchCard> known = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String text, SearchCard _) -> text.length())
            .executor(Runnable::run)
            .build();

    Cards(JsonMapper mapper) {
        this.reader = mapper.readerFor(SearchCard.class).without(FAIL_ON_UNKNOWN_PROPERTIES);
    }

    SearchCard read(String text) {
        return known.get(text, reader::readValue);
    }
}
