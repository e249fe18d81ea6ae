package vn.ocopmarket.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class GeneratedCatalogueTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void isTheSameForTheSameWords() {
        var one = new GeneratedCatalogue(Words.ocop(), 500, TODAY);
        var again = new GeneratedCatalogue(Words.ocop(), 500, TODAY);

        assertThat(one.rows()).hasSize(500).isEqualTo(again.rows());
        assertThat(one.rows().stream().map(GeneratedCatalogue.Row::sku)).doesNotHaveDuplicates();
    }

    @Test
    void asksThePeersQueriesEachWithHits() {
        var catalogue = new GeneratedCatalogue(Words.peers(), 10_000, TODAY);
        var rows = catalogue.rows();

        assertThat(catalogue.queries())
                .hasSize(168)
                .allSatisfy(query -> assertThat(rows)
                        .anyMatch(row -> row.group().equals(Integer.toString(query.group()))
                                && row.product().startsWith(query.text().split(" ")[0])));
    }
}
