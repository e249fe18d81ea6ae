package vn.ocopmarket.bench.judge;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What many queries make together, each counting the same; shares are from 0 to 1.
 *
 * @param nothing share of queries that found nothing
 * @param sameFirst share of typos with the first hit of what was meant; not a number without typos
 * @param sameSet share of queries with accents that find the same without; not a number without such
 */
record Figures(
        int queries,
        double ndcg,
        double reciprocalRank,
        double recall,
        double nothing,
        double sameFirst,
        double sameSet) {

    private static final double NDCG = 0.90;
    private static final double RECIPROCAL_RANK = 0.92;
    private static final double NOTHING = 0.01;
    private static final double SAME_FIRST = 0.95;

    static Figures of(Collection<Judged> judged) {
        return new Figures(
                judged.size(),
                mean(judged, Judged::ndcg),
                mean(judged, Judged::reciprocalRank),
                mean(judged, Judged::recall),
                mean(judged, one -> one.foundNothing() ? 1 : 0),
                share(judged, Judged::sameFirst),
                share(judged, Judged::sameSet));
    }

    /** Whether all of them together are good enough. */
    boolean reachTheBar() {
        return ndcg >= NDCG
                && reciprocalRank >= RECIPROCAL_RANK
                && nothing < NOTHING
                && sameFirst >= SAME_FIRST
                && sameSet == 1;
    }

    private static double mean(Collection<Judged> judged, ToDoubleFunction<Judged> figure) {
        return judged.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private static double share(Collection<Judged> judged, Function<Judged, @Nullable Boolean> figure) {
        return judged.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToDouble(yes -> yes ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }
}
