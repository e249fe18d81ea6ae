package vn.ocopmarket.storefront.browse.elastic;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns typed words into queries: every word must be somewhere in name, producer, place or group, together or apart. */
enum Words {
    /** Whole words, in any accents; the very spelling and the phrase come first. */
    AS_TYPED {
        @Override
        Map<String, Object> query(String q) {
            var everyWord = Clauses.multiMatch(
                    q, List.of("name^3", "producerName", "placeNames^2", "groupNames"), EVERY_WORD_ACROSS_FIELDS);
            var found = Clauses.any(List.of(everyWord, Clauses.scored(Clauses.term("codes", q), CODE)));
            return Map.of("bool", Map.of("must", found, "should", nearer(q)));
        }
    },
    /** For when nothing was found: a slip of the finger, a word not yet finished, a word of the story. */
    FORGIVING {
        @Override
        Map<String, Object> query(String q) {
            var words = Stream.of(q.split(" ")).map(Words::forgive).toList();
            return Map.of("bool", Map.of("must", words, "should", nearer(q)));
        }
    };

    private static final Map<String, Object> EVERY_WORD_ACROSS_FIELDS =
            Map.of("type", "cross_fields", "operator", "and");

    private static final Map<String, Object> A_SLIP =
            Map.of("fuzziness", "AUTO:3,7", "prefix_length", 1, "max_expansions", 30);

    /** A code names one product, so it beats any words. */
    private static final int CODE = 100;

    abstract Map<String, Object> query(String q);

    private static List<Map<String, Object>> nearer(String q) {
        return List.of(
                Clauses.match("name.exact", q, Map.of("boost", 2)),
                Clauses.phrase("placeNames", q, 4),
                Clauses.phrase("placeNames.exact", q, 4),
                Clauses.phrase("name", q, 2),
                Clauses.phrase("name.exact", q, 2));
    }

    private static Map<String, Object> forgive(String word) {
        return Map.of(
                "dis_max",
                Map.of(
                        "queries",
                        List.of(
                                Clauses.multiMatch(word, List.of("name^3", "producerName", "placeNames^2"), A_SLIP),
                                Clauses.multiMatch(word, List.of("name.prefix^2", "placeNames.prefix"), Map.of()),
                                Clauses.match("story", word, Map.of("boost", 0.3)),
                                Clauses.match("groupNames", word, Map.of()))));
    }
}
