package vn.ocopmarket.storefront.browse.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Counted;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.browse.domain.Reading;
import vn.ocopmarket.storefront.browse.domain.Wordings;
import vn.ocopmarket.storefront.ranking.Ranking;
import vn.ocopmarket.storefront.ranking.Ranking.Favour;
import vn.ocopmarket.storefront.ranking.Ranking.Found;
import vn.ocopmarket.storefront.ranking.Ranking.Meaning;
import vn.ocopmarket.storefront.ranking.Ranking.Nearness;

class PhrasingTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Ranking UNUSUAL = new Ranking(
            new Found(21.5, 22.5, 23.5, 24.5),
            new Nearness(25.5, 26.5, 27.5, 28.5, 29.5),
            new Meaning(31.5, 32.5, 33.5, 34.5, 35.5, 36.5),
            new Favour(37.5, 38.5));

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Test
    void searchesWithEveryWeightThatIsPublished() {
        var phrasing = new Phrasing(UNUSUAL);
        var wordings = Wordings.published();
        var asked = Stream.of("kẹo dừa sầu riêng", "quà biếu tết cho bố mẹ", "nước mắm cá cơm", "nuoc mam ca com")
                .flatMap(q -> Stream.of(
                                Words.strict(wordings, phrasing),
                                Words.related(wordings, phrasing),
                                Words.loose(wordings, phrasing))
                        .map(words -> mapper.writeValueAsString(words.query(q))))
                .collect(Collectors.joining());

        assertThat(asked)
                .contains("\"name^21.5\"", "\"placeNames^22.5\"", "\"producerName^23.5\"", "\"groupNames^24.5\"")
                .contains(Stream.of(25.5, 26.5, 27.5, 28.5, 29.5, 31.5, 32.5, 33.5, 35.5, 36.5)
                        .map(weight -> "\"boost\":" + weight)
                        .toList());
        assertThat(mapper.writeValueAsString(Suggesting.request("nuoc", DAY, phrasing)))
                .contains("\"name.prefix^21.5\"", "\"placeNames.prefix^22.5\"", "\"producerName.prefix^23.5\"");
    }

    @Test
    void favoursWhatIsInStockAndHasStarsButNoAlcohol() {
        var query = new ProductQuery("trà", Filters.NONE, DAY, Sort.RELEVANCE, 10, null);
        var asked = mapper.writeValueAsString(
                new SearchRequest(query, new Countings(mapper).of(DAY), UNUSUAL).body(_ -> Map.of(), null));
        assertThat(asked)
                .contains("\"inStock\"", "\"boost\":37.5", "\"boost\":38.5", "\"boost\":77.0")
                .contains("\"must_not\":{\"terms\":{\"groupCode\":[\"14\",\"15\"]}}");
        var byPrice = new ProductQuery("trà", Filters.NONE, DAY, Sort.PRICE, 10, null);
        assertThat(mapper.writeValueAsString(
                        new SearchRequest(byPrice, new Countings(mapper).of(DAY), UNUSUAL).body(_ -> Map.of(), null)))
                .doesNotContain("37.5");
    }

    @Test
    void addsAWholeGroupWithItsWeight() {
        var reading = new Reading("trà", "trà", List.of(new Reading.Group("trà", "11")));
        var query = new ProductQuery("trà", Filters.NONE, DAY, Sort.RELEVANCE, 10, null, Counted.USUAL, reading);

        assertThat(mapper.writeValueAsString(Understood.widened(Map.of("match_none", Map.of()), query, UNUSUAL)))
                .contains("\"groupCode\":\"11\"", "\"boost\":34.5");
    }
}
