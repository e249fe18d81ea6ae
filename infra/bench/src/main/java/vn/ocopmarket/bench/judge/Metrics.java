package vn.ocopmarket.bench.judge;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The usual measures of one answer, from the grades of its hits in their order. */
final class Metrics {

    static final int FIRST_PAGE = 10;
    static final int RECALL_DEPTH = 20;

    private Metrics() {}

    /** Normalised discounted cumulative gain of the first ten, gains 2^grade − 1: 1 when no other order were better. */
    static double ndcg(List<Integer> hits, Collection<Integer> judged) {
        var best = judged.stream().sorted(Comparator.reverseOrder()).toList();
        var ideal = dcg(best);
        return ideal == 0 ? 0 : dcg(hits) / ideal;
    }

    /** One by the place of the first relevant hit; 0 without one. */
    static double reciprocalRank(List<Integer> hits, int relevant) {
        for (var place = 0; place < hits.size(); place++) {
            if (hits.get(place) >= relevant) {
                return 1.0 / (place + 1);
            }
        }
        return 0;
    }

    /** Relevant among the first twenty, of as many as could be there. */
    static double recall(List<Integer> hits, Collection<Integer> judged, int relevant) {
        var found = count(hits.stream().limit(RECALL_DEPTH).toList(), relevant);
        var possible = Math.min(RECALL_DEPTH, count(judged, relevant));
        return possible == 0 ? 0 : (double) found / possible;
    }

    private static long count(Collection<Integer> grades, int relevant) {
        return grades.stream().filter(grade -> grade >= relevant).count();
    }

    private static double dcg(List<Integer> grades) {
        var sum = 0.0;
        for (var place = 0; place < Math.min(FIRST_PAGE, grades.size()); place++) {
            sum += (Math.pow(2, grades.get(place)) - 1) / (Math.log(place + 2) / Math.log(2));
        }
        return sum;
    }
}
