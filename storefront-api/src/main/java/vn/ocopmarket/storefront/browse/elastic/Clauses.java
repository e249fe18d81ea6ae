package vn.ocopmarket.storefront.browse.elastic;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pieces of Elasticsearch's query language that we use. */
final class Clauses {

    private Clauses() {}

    static Map<String, Object> term(String field, Object value) {
        return Map.of("term", Map.of(field, value));
    }

    static Map<String, Object> terms(String field, Collection<?> values) {
        return Map.of("terms", Map.of(field, List.copyOf(values)));
    }

    /** For a field of date ranges: one of them contains the day. */
    static Map<String, Object> contains(String field, LocalDate day) {
        return term(field, day.toString());
    }

    static Map<String, Object> between(String field, @Nullable Long least, @Nullable Long most) {
        var range = new LinkedHashMap<String, Object>();
        if (least != null) {
            var _ = range.put("gte", least);
        }
        if (most != null) {
            var _ = range.put("lte", most);
        }
        return Map.of("range", Map.of(field, range));
    }

    static Map<String, Object> all(List<Map<String, Object>> filters) {
        return Map.of("bool", Map.of("filter", filters));
    }

    static Map<String, Object> any(List<Map<String, Object>> queries) {
        return Map.of("bool", Map.of("should", queries, "minimum_should_match", 1));
    }

    static Map<String, Object> scored(Map<String, Object> filter, double score) {
        return Map.of("constant_score", Map.of("filter", filter, "boost", score));
    }

    /** The same; the hits that fit it say so by the name. */
    static Map<String, Object> named(String name, Map<String, Object> filter, double score) {
        return Map.of("constant_score", Map.of("filter", filter, "boost", score, "_name", name));
    }

    static Map<String, Object> match(String field, String words, Map<String, Object> options) {
        var match = new LinkedHashMap<>(options);
        var _ = match.put("query", words);
        return Map.of("match", Map.of(field, match));
    }

    static Map<String, Object> everyWord(String field, String words) {
        return match(field, words, Map.of("operator", "and"));
    }

    static Map<String, Object> phrase(String field, String words) {
        return Map.of("match_phrase", Map.of(field, words));
    }

    static Map<String, Object> phrase(String field, String words, double boost) {
        return Map.of("match_phrase", Map.of(field, Map.of("query", words, "boost", boost)));
    }

    static Map<String, Object> multiMatch(String words, List<String> fields, Map<String, Object> options) {
        var match = new LinkedHashMap<>(options);
        var _ = match.put("query", words);
        var _ = match.put("fields", fields);
        return Map.of("multi_match", match);
    }
}
