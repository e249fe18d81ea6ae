package vn.ocopmarket.embeddedmongo.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.ocopmarket.embeddedmongo.index.Plan;

/** Answers queries from a heap. The guard is held only while versions are gathered, or for as long as a limit takes. */
final class Finder {

    private final Heap heap;
    private final Object guard;
    private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();

    Finder(Heap heap, Object guard) {
        this.heap = heap;
        this.guard = guard;
    }

    List<Match> matches(Query query) {
        return stream(query).toList();
    }

    /** The same, each read only when it is looked at and kept by nobody here: for those who look at very many. */
    Stream<Match> stream(Query query) {
        List<Match> versions;
        boolean sort;
        boolean exact;
        synchronized (guard) {
            Plan<StoredDocument> plan = heap.plan(query);
            exact = plan != null && plan.exact();
            sort = query.isSorted() && (plan == null || !plan.sorted());
            Stream<Match> candidates = heap.candidates(plan, query).map(Match::new);
            if (query.limit() > 0 && !sort && (plan != null || query.filter().isEmpty())) {
                return page(exact ? candidates : matching(candidates, query.filter()), query).toList().stream();
            }
            versions = candidates.toList();
        }
        Stream<Match> unread = versions.stream().map(Match::unread);
        Stream<Match> matches = exact ? unread : matching(unread, query.filter());
        return page(sort ? matches.sorted(order(query)) : matches, query);
    }

    private Stream<Match> matching(Stream<Match> versions, Document filter) {
        return versions.filter(match -> matcher.matches(match.document(), filter));
    }

    private static Stream<Match> page(Stream<Match> matches, Query query) {
        Stream<Match> rest = matches.skip(query.skip());
        return query.limit() > 0 ? rest.limit(query.limit()) : rest;
    }

    private static Comparator<Match> order(Query query) {
        Comparator<Document> order = new DocumentComparator(Objects.requireNonNull(query.sort()));
        return (a, b) -> order.compare(a.document(), b.document());
    }
}
