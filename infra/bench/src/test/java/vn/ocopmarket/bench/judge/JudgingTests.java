package vn.ocopmarket.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.bench.judge.JudgedSet.Query;
import vn.ocopmarket.bench.judge.Storefront.Answer;

class JudgingTests {

    private static final JudgedSet SET = new JudgedSet(
            List.of(
                    new Query("accented", "tea", "trà", null),
                    new Query("typo", "tea", "trra", "trà"),
                    new Query("unaccented", "gone", "che", null)),
            Map.of("tea", new Grades(Map.of(1, 3, 2, 2)), "gone", new Grades(Map.of(9, 3))));

    @Test
    void saysWhatEachAnswerIsWorth() {
        var answers = Map.of("trà", answer(1, 2), "tra", answer(2, 1), "trra", answer(2));

        var judged = new Judging(SET, text -> answers.getOrDefault(text, Answer.NOTHING)).among(Set.of(1, 2, 3));

        assertThat(judged).extracting(one -> one.query().text()).containsExactly("trà", "trra");
        assertThat(judged.getFirst().ndcg()).isEqualTo(1);
        assertThat(judged.getFirst().sameSet()).as("in another order").isTrue();
        assertThat(judged.getLast().sameFirst()).isFalse();
        assertThat(judged.getLast().recall()).isEqualTo(0.5);
    }

    @Test
    void isBelowTheBarWhenAccentsMatter() {
        var good = Figures.of(judge(Map.of("trà", answer(1, 2), "tra", answer(1, 2), "trra", answer(1, 2))));
        var other = Figures.of(judge(Map.of("trà", answer(1, 2), "tra", answer(1, 2, 3), "trra", answer(1, 2))));

        assertThat(good.reachTheBar()).isTrue();
        assertThat(other.sameSet()).isZero();
        assertThat(other.reachTheBar()).isFalse();
    }

    @Test
    void countsWhatFindsNothing() {
        var figures = Figures.of(judge(Map.of("trà", answer(1, 2), "tra", answer(1, 2))));

        assertThat(figures.nothing()).isEqualTo(0.5);
        assertThat(figures.sameFirst()).isZero();
        assertThat(figures.reachTheBar()).isFalse();
    }

    private static List<Judged> judge(Map<String, Answer> answers) {
        return new Judging(SET, text -> answers.getOrDefault(text, Answer.NOTHING)).among(Set.of(1, 2, 3));
    }

    private static Answer answer(Integer... products) {
        return new Answer(products.length, List.of(products), List.of());
    }
}
