package vn.ocopmarket.embeddedmongo.index;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an index was declared to be. */
public record IndexSpec(
        String name,
        List<KeyPart> parts,
        boolean unique,
        boolean sparse,
        @Nullable Document partialFilter,
        @Nullable Duration expireAfter,
        Document description) {

    public static final String ID_INDEX = "_id_";

    private static final DefaultQueryMatcher MATCHER = new DefaultQueryMatcher();

    /** Reads a description as createIndexes sends it; what it may contain has been checked before. */
    public static IndexSpec of(Document description) {
        Document key = (Document) Objects.requireNonNull(description.get("key"));
        List<KeyPart> parts = key.entrySet().stream()
                .map(part -> new KeyPart(part.getKey(), ((Number) part.getValue()).doubleValue() > 0))
                .toList();
        Number seconds = (Number) description.get("expireAfterSeconds");
        return new IndexSpec(
                (String) Objects.requireNonNull(description.get("name")),
                parts,
                Utils.isTrue(description.get("unique")),
                Utils.isTrue(description.get("sparse")),
                (Document) description.get("partialFilterExpression"),
                seconds == null ? null : Duration.ofSeconds(seconds.longValue()),
                description);
    }

    /** The index every collection has. */
    public static IndexSpec ofId() {
        return of(new Document("v", 2)
                .append("key", new Document("_id", 1))
                .append("name", ID_INDEX)
                .append("unique", true));
    }

    /** As listIndexes shows it: the index on _id does not say that it is unique. */
    public Document listed() {
        Document listed = description.clone();
        if (name.equals(ID_INDEX)) {
            listed.remove("unique");
        }
        return listed;
    }

    boolean hasSameKey(IndexSpec other) {
        return parts.equals(other.parts);
    }

    boolean hasSameOptions(IndexSpec other) {
        return unique == other.unique
                && sparse == other.sparse
                && Objects.equals(partialFilter, other.partialFilter)
                && Objects.equals(expireAfter, other.expireAfter);
    }

    boolean admits(Document document) {
        return partialFilter == null || MATCHER.matches(document, partialFilter);
    }

    /** The top-level fields this index looks at; null when its partial filter may look at any. */
    @Nullable
    Set<String> roots() {
        if (partialFilter != null && partialFilter.keySet().stream().anyMatch(path -> path.startsWith("$"))) {
            return null;
        }
        Stream<String> filtered = partialFilter == null
                ? Stream.empty()
                : partialFilter.keySet().stream().map(IndexSpec::root);
        return Stream.concat(parts.stream().map(KeyPart::root), filtered).collect(Collectors.toUnmodifiableSet());
    }

    private static String root(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
