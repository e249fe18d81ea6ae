package vn.ocopmarket.storefront.browse.elastic;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.storefront.browse.SearchPage.Count;

/** Reads the answer to a search in one pass, touching only what is used. */
final class SearchAnswer {

    private final JsonMapper mapper;
    private final Cards cards;
    private final ObjectReader trees;

    SearchAnswer(JsonMapper mapper) {
        this.mapper = mapper;
        this.trees = mapper.reader().without(FAIL_ON_TRAILING_TOKENS);
        this.cards = new Cards(mapper);
    }

    /**
     * The hits in order, and the counts by facet.
     *
     * @param under how many there are under the ticks of the other facets, for facets that were counted under ticks
     */
    record Found(long total, boolean exact, List<Hit> hits, Map<String, List<Count>> facets, Map<String, Long> under)
            implements Part {

        /** Neither here nor under other ticks. */
        boolean isNowhere() {
            return total == 0 && facets.values().stream().allMatch(List::isEmpty);
        }
    }

    /** What became of one of several searches. */
    sealed interface Part {}

    /** Why there is no answer. */
    record Refused(int status, String why) implements Part {}

    /**
     * One hit and its place in the order.
     *
     * @param texts other fields, when they were asked for
     * @param named which of the named parts of the query it fits, when they have names
     */
    record Hit(SearchCard card, String place, List<String> texts, List<String> named) {}

    Part read(byte[] answer) {
        try (var json = mapper.createParser(answer)) {
            var _ = json.nextToken();
            return readPart(json);
        }
    }

    /** Of several searches, in their order. */
    List<Part> readAll(byte[] answer) {
        var parts = new ArrayList<Part>();
        try (var json = mapper.createParser(answer)) {
            var _ = json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var isResponses = json.currentName().equals("responses");
                var _ = json.nextToken();
                if (isResponses) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        var _ = parts.add(readPart(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
        return parts;
    }

    private Part readPart(JsonParser json) {
        var total = new Total();
        var hits = new ArrayList<Hit>();
        var counts = new FacetCounts();
        @Nullable String refusal = null;
        var status = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var _ = json.nextToken();
            switch (name) {
                case "hits" -> readHits(json, total, hits);
                case "aggregations" -> counts.read(trees.readTree(json));
                case "error" -> refusal = trees.readTree(json).toString();
                case "status" -> status = json.getIntValue();
                default -> json.skipChildren();
            }
        }
        return refusal == null
                ? new Found(total.value, total.exact, hits, counts.facets(), counts.under())
                : new Refused(status, refusal);
    }

    private void readHits(JsonParser json, Total total, List<Hit> hits) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var _ = json.nextToken();
            switch (name) {
                case "total" -> total.read(json);
                case "hits" -> {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        var _ = hits.add(readHit(json));
                    }
                }
                default -> json.skipChildren();
            }
        }
    }

    private Hit readHit(JsonParser json) {
        @Nullable SearchCard card = null;
        var place = "";
        var texts = new ArrayList<String>();
        var named = new ArrayList<String>(0);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var _ = json.nextToken();
            switch (name) {
                case "fields" -> card = readCard(json, texts);
                case "sort" -> place = readPlace(json);
                case "matched_queries" -> readTexts(json, named);
                default -> json.skipChildren();
            }
        }
        if (card == null) {
            throw new IllegalStateException("A document without a card is in the index");
        }
        return new Hit(card, place, texts, named);
    }

    private @Nullable SearchCard readCard(JsonParser json, List<String> texts) {
        @Nullable SearchCard card = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var isCard = json.currentName().equals("card");
            var _ = json.nextToken();
            if (isCard) {
                var _ = json.nextToken();
                card = cards.read(json.getString());
                var _ = json.nextToken();
            } else {
                readTexts(json, texts);
            }
        }
        return card;
    }

    private static void readTexts(JsonParser json, List<String> texts) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            var _ = texts.add(json.getString());
        }
    }

    private static String readPlace(JsonParser json) {
        var _ = json.nextToken();
        var place = json.getString();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            json.skipChildren();
        }
        return place;
    }

    private static final class Total {

        private long value;
        private boolean exact = true;

        void read(JsonParser json) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = json.currentName();
                var _ = json.nextToken();
                if (name.equals("value")) {
                    value = json.getLongValue();
                } else {
                    exact = json.getString().equals("eq");
                }
            }
        }
    }
}
