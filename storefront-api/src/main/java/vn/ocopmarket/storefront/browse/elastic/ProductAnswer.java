package vn.ocopmarket.storefront.browse.elastic;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS;
import static tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.browse.ListedProduct;

/** Reads product and availability out of documents, and skips the fields that are only searched. */
final class ProductAnswer {

    private final JsonMapper mapper;
    private final ObjectReader products;
    private final ObjectReader availability;

    ProductAnswer(JsonMapper mapper) {
        this.mapper = mapper;
        this.products =
                mapper.readerFor(ProductRecord.class).without(FAIL_ON_UNKNOWN_PROPERTIES, FAIL_ON_TRAILING_TOKENS);
        this.availability = mapper.readerForListOf(AvailabilityRecord.class)
                .without(FAIL_ON_UNKNOWN_PROPERTIES, FAIL_ON_TRAILING_TOKENS);
    }

    /** Of an answer to a get by id. */
    ListedProduct document(byte[] answer) {
        try (var json = mapper.createParser(answer)) {
            var _ = json.nextToken();
            return hit(json);
        }
    }

    /** Of an answer to a get by several ids, without those that are not there. */
    List<ListedProduct> documents(byte[] answer) {
        var found = new ArrayList<ListedProduct>();
        try (var json = mapper.createParser(answer)) {
            var _ = json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var _ = json.nextToken();
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    if (optionalHit(json) instanceof ListedProduct listed) {
                        var _ = found.add(listed);
                    }
                }
            }
        }
        return found;
    }

    /** Of an answer to a search. */
    List<ListedProduct> hits(byte[] answer) {
        var found = new ArrayList<ListedProduct>();
        try (var json = mapper.createParser(answer)) {
            var _ = json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var isHits = json.currentName().equals("hits");
                var _ = json.nextToken();
                if (isHits) {
                    readHits(json, found);
                } else {
                    json.skipChildren();
                }
            }
        }
        return found;
    }

    private void readHits(JsonParser json, List<ListedProduct> found) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var isHits = json.currentName().equals("hits");
            var _ = json.nextToken();
            if (isHits) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    var _ = found.add(hit(json));
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private ListedProduct hit(JsonParser json) {
        var listed = optionalHit(json);
        if (listed == null) {
            throw new IllegalStateException("A document without a source is in the index");
        }
        return listed;
    }

    private @Nullable ListedProduct optionalHit(JsonParser json) {
        @Nullable ListedProduct listed = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var isSource = json.currentName().equals("_source");
            var _ = json.nextToken();
            if (isSource) {
                listed = source(json);
            } else {
                json.skipChildren();
            }
        }
        return listed;
    }

    private ListedProduct source(JsonParser json) {
        @Nullable ProductRecord product = null;
        List<AvailabilityRecord> stock = List.of();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var _ = json.nextToken();
            switch (name) {
                case "product" -> product = products.readValue(json);
                case "availability" -> stock = availability.readValue(json);
                default -> json.skipChildren();
            }
        }
        if (product == null) {
            throw new IllegalStateException("A document without a product is in the index");
        }
        return new ListedProduct(product, stock);
    }
}
