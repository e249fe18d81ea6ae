package vn.ocopmarket.storefront.wording;

import java.util.List;
import reactor.core.publisher.Mono;

/** Searches with words that do not count yet, for those who want to see before. */
@FunctionalInterface
public interface TryingWordings {

    /** Never empty; an error when the search does not answer. Nothing of it is kept, and nobody else sees it. */
    Mono<Trial> compare(List<String> queries, WordingChanges now, WordingChanges then);

    /**
     * What would change.
     *
     * @param asked for the queries that were asked for, in their order
     * @param everyday how many everyday queries are kept to try such changes with
     * @param others those of them whose first products would be others, the first of them
     * @param changed how many these are in all
     */
    record Trial(List<Compared> asked, int everyday, List<Compared> others, int changed) {

        public Trial {
            asked = List.copyOf(asked);
            others = List.copyOf(others);
        }
    }

    /** One query, with names of the first products and how many there are. */
    record Compared(String query, Found before, Found after) {

        public boolean isChanged() {
            return !before.equals(after);
        }
    }

    /** What was found. */
    record Found(List<String> first, long total) {

        public Found {
            first = List.copyOf(first);
        }
    }
}
