package vn.ocopmarket.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTests {

    @Test
    void givesTheBestOrderOne() {
        assertThat(Metrics.ndcg(List.of(3, 2, 1, 0, 0), List.of(1, 2, 3))).isEqualTo(1);
    }

    @Test
    void discountsGainsByPlace() {
        // (3 + 7 / log2(3)) / (7 + 3 / log2(3))
        assertThat(Metrics.ndcg(List.of(2, 3), List.of(3, 2))).isCloseTo(0.8340, within(0.0001));
        assertThat(Metrics.ndcg(List.of(0, 3), List.of(3))).isCloseTo(0.6309, within(0.0001));
    }

    @Test
    void looksAtTenHitsOnly() {
        var late = List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3);
        assertThat(Metrics.ndcg(late, List.of(3))).isZero();
        assertThat(Metrics.ndcg(Collections.nCopies(10, 3), Collections.nCopies(30, 3)))
                .isEqualTo(1);
        assertThat(Metrics.ndcg(List.of(), List.of(3))).isZero();
    }

    @Test
    void findsTheFirstRelevant() {
        assertThat(Metrics.reciprocalRank(List.of(0, 1, 2), 2)).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(Metrics.reciprocalRank(List.of(0, 1, 2), 1)).isEqualTo(0.5);
        assertThat(Metrics.reciprocalRank(List.of(0, 0), 1)).isZero();
    }

    @Test
    void recallsOfWhatTwentyPlacesHold() {
        assertThat(Metrics.recall(List.of(3, 0, 2), List.of(3, 3, 2, 2, 1), 2)).isEqualTo(0.5);
        assertThat(Metrics.recall(Collections.nCopies(25, 3), Collections.nCopies(40, 3), 2))
                .isEqualTo(1);
        assertThat(Metrics.recall(List.of(1), List.of(1), 2)).isZero();
    }
}
