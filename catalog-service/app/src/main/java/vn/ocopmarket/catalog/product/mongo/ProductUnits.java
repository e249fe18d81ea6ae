package vn.ocopmarket.catalog.product.mongo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.StableIds;

/**
 * The parts of a product that are compared and taken back one by one: each certificate, each variant, each other field.
 * Works on documents, so that a field that comes later is a part without being named here.
 */
final class ProductUnits {

    private static final Map<String, String> KEYED = Map.of("certificates", "number", "variants", "sku");
    private static final Set<String> NO_CONTENT = Set.of(
            "_id", "revision", "slug", "sample", "skus", "gtins", "history", "removed", "createdAt", "updatedAt");
    private static final String PRODUCER = "producer";
    private static final int MARK_LENGTH = 10;

    private ProductUnits() {}

    /** A mark for each part: the same for the same content. */
    static SortedMap<String, String> marks(@Nullable Document fields) {
        var marks = new TreeMap<String, String>();
        if (fields == null) {
            return marks;
        }
        fields.forEach((name, value) -> {
            if (KEYED.containsKey(name)) {
                elements(fields, name).forEach((key, element) -> marks.put(unit(name, key), mark(element)));
            } else if (!NO_CONTENT.contains(name) && value != null && !List.of().equals(value)) {
                marks.put(name, mark(content(name, value)));
            }
        });
        return marks;
    }

    /** A producer's new name is spread by itself, so it is nobody's change of the product. */
    private static @Nullable Object content(String name, Object value) {
        return name.equals(PRODUCER) && value instanceof Document producer ? producer.get("id") : value;
    }

    private static String mark(@Nullable Object value) {
        return StableIds.of(new Document("v", value).toJson(), MARK_LENGTH);
    }

    private static String unit(String name, String key) {
        return name + '/' + key;
    }

    private static Map<String, Document> elements(@Nullable Document fields, String name) {
        var elements = new java.util.LinkedHashMap<String, Document>();
        if (fields != null) {
            fields.getList(name, Document.class, List.of())
                    .forEach(element -> elements.put(element.getString(KEYED.get(name)), element));
        }
        return elements;
    }

    /** The current content with some of its parts as they were before. */
    static Document back(Document current, @Nullable Document before, Set<String> parts) {
        var back = new Document(current);
        parts.stream()
                .filter(part -> part.indexOf('/') < 0)
                .forEach(part -> back.put(part, before == null ? empty(current.get(part)) : before.get(part)));
        KEYED.keySet().forEach(name -> back.put(name, elementsBack(name, current, before, parts)));
        return back;
    }

    private static @Nullable Object empty(@Nullable Object value) {
        return value instanceof List<?> ? List.of() : null;
    }

    private static List<Document> elementsBack(
            String name, Document current, @Nullable Document before, Set<String> parts) {
        var now = elements(current, name);
        var then = elements(before, name);
        var back = new ArrayList<Document>();
        then.forEach((key, element) -> {
            var kept = parts.contains(unit(name, key)) ? element : now.get(key);
            if (kept != null) {
                back.add(kept);
            }
        });
        now.forEach((key, element) -> {
            if (!then.containsKey(key) && !parts.contains(unit(name, key))) {
                back.add(element);
            }
        });
        return back;
    }

    /** The parts whose marks differ. */
    static Set<String> different(Map<String, String> one, Map<String, String> other) {
        var all = new HashMap<>(one);
        all.putAll(other);
        return all.keySet().stream()
                .filter(part -> !Objects.equals(one.get(part), other.get(part)))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
