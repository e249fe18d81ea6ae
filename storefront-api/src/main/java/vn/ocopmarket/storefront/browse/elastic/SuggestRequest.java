package vn.ocopmarket.storefront.browse.elastic;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks for a few products whose words begin like what is being typed; producers and places are read off them. */
final class SuggestRequest {

    /** Enough to find several producers and places among them. */
    static final int LOOK_AT = 30;

    private SuggestRequest() {}

    static Map<String, Object> body(String typed, LocalDate day) {
        var words = Stream.of(typed.split(" ")).map(SuggestRequest::beginning).toList();
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
                                "must", words,
                                "should", List.of(Clauses.match("name.exact", typed, Map.of())),
                                "filter", List.of(Clauses.contains("soldOn", day)))));
    }

    private static Map<String, Object> beginning(String word) {
        return Clauses.multiMatch(
                word, List.of("name.prefix^3", "producerName.prefix", "placeNames.prefix^2"), Map.of());
    }
}
