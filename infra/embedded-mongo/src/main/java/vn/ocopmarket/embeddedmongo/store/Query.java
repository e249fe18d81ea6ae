package vn.ocopmarket.embeddedmongo.store;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** What a find, a count or the search before a change asks for; no limit is 0. */
public record Query(
        Document filter,
        @Nullable Document sort,
        int skip,
        int limit,
        @Nullable Document projection) {

    private static final String NATURAL = "$natural";

    public static Query all(Document filter) {
        return new Query(filter, null, 0, 0, null);
    }

    static Query first(Document filter, @Nullable Document sort) {
        return new Query(filter, sort, 0, 1, null);
    }

    boolean isNatural() {
        return sort != null && sort.containsKey(NATURAL);
    }

    boolean isNaturalBackwards() {
        return sort != null && sort.get(NATURAL) instanceof Number direction && direction.intValue() < 0;
    }

    boolean isSorted() {
        return sort != null && !sort.isEmpty() && !isNatural();
    }

    boolean isProjected() {
        return projection != null && !projection.isEmpty();
    }
}
