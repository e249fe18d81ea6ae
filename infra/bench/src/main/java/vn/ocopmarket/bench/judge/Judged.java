package vn.ocopmarket.bench.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query with what its answer is worth.
 *
 * @param sameFirst of a typo, whether it finds the same first as what was meant; else null
 * @param sameSet of words with accents, whether they find the same without; else null
 */
record Judged(
        JudgedSet.Query query,
        double ndcg,
        double reciprocalRank,
        double recall,
        boolean foundNothing,
        @Nullable Boolean sameFirst,
        @Nullable Boolean sameSet,
        List<String> first) {

    private static final int SHOWN = 3;

    static Judged of(
            JudgedSet.Query query,
            Grades grades,
            Storefront.Answer answer,
            @Nullable Boolean sameFirst,
            @Nullable Boolean sameSet) {
        var hits = grades.of(answer.products());
        var judged = grades.byProduct().values();
        return new Judged(
                query,
                Metrics.ndcg(hits, judged),
                Metrics.reciprocalRank(hits, grades.relevant()),
                Metrics.recall(hits, judged, grades.relevant()),
                answer.total() == 0,
                sameFirst,
                sameSet,
                answer.names().stream().limit(SHOWN).toList());
    }
}
