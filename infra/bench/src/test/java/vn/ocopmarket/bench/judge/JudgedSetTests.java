package vn.ocopmarket.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.bench.judge.JudgedSet.Query;

class JudgedSetTests {

    private final JudgedSet set = JudgedSet.read();
    private final SampleProducts products = SampleProducts.read();

    @Test
    void judgesEveryQueryByProductsThatExist() {
        assertThat(set.queries()).extracting(Query::text).doesNotHaveDuplicates();
        assertThat(set.queries())
                .allSatisfy(query -> assertThat(set.gradesOf(query).byProduct()).isNotEmpty());
        assertThat(set.grades().values())
                .allSatisfy(grades -> assertThat(grades.byProduct().keySet()).allMatch(products::has));
    }

    @Test
    void asksInAllTheWaysPeopleAsk() {
        var kinds = set.queries().stream().collect(Collectors.groupingBy(Query::kind, Collectors.counting()));
        assertThat(kinds.get("typo")).isGreaterThanOrEqualTo(60);
        assertThat(kinds.get("old place")).isGreaterThanOrEqualTo(40);
        assertThat(kinds.get("phrase")).isGreaterThanOrEqualTo(30);
        assertThat(set.queries().stream()
                        .filter(query -> Judging.withoutAccents(query.text()).equals(query.text()))
                        .count())
                .isGreaterThanOrEqualTo(set.queries().size() / 2);
    }

    @Test
    void hasOneSlipOfTheFingerInATypo() {
        var texts = set.queries().stream().map(Query::text).collect(Collectors.toSet());
        assertThat(set.queries().stream().filter(query -> query.kind().equals("typo")))
                .allSatisfy(query -> {
                    assertThat(query.right()).isIn(texts).isNotEqualTo(query.text());
                    assertThat(Math.abs(query.text().length()
                                    - String.valueOf(query.right()).length()))
                            .isLessThanOrEqualTo(1);
                });
        assertThat(set.queries().stream().filter(query -> !query.kind().equals("typo")))
                .allSatisfy(query -> assertThat(query.right()).isNull());
    }
}
