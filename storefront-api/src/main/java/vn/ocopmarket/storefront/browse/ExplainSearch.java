package vn.ocopmarket.storefront.browse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tells why a search puts products where it does. */
@FunctionalInterface
public interface ExplainSearch {

    /**
     * For the products with these ids that the search finds, or for its first ones when no id is given, the highest first.
     * Never empty; an error is {@link SearchUnavailable} when the index does not answer.
     */
    Mono<Explained> explain(ProductQuery query, List<String> ids);

    /**
     * An explained search.
     *
     * @param words that were searched for in the end
     * @param didYouMean the same when they are not the ones that were typed, or null
     */
    record Explained(String words, @Nullable String didYouMean, SearchPage.Match match, List<Hit> hits) {

        public Explained {
            hits = List.copyOf(hits);
        }
    }

    /**
     * A product that was found.
     *
     * @param score the sum of its parts; the search orders by it
     * @param parts the heaviest first
     */
    record Hit(String id, String name, double score, List<Part> parts) {

        public Hit {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What it has its points for.
     *
     * @param text the words that were found there, without accents where accents count for nothing
     */
    record Part(Where where, How how, String text, double points) {}

    /** In which of its texts something was found. */
    enum Where {
        NAME,
        PRODUCER,
        PLACE,
        GROUP,
        STORY,
        CODE,
        STOCK,
        STARS,
        OTHER
    }

    /** How it was found there. */
    enum How {
        /** As a word that was typed. */
        WORD,
        /** With the very accents. */
        ACCENTS,
        /** Words together, in their order. */
        TOGETHER,
        /** The text begins so. */
        BEGINNING,
        /** In words that say the same. */
        OTHERWISE,
        /** By what it is, not by words. */
        KIND
    }
}
