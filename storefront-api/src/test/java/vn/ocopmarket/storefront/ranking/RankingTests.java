package vn.ocopmarket.storefront.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.ocopmarket.storefront.ranking.Ranking.Favour;
import vn.ocopmarket.storefront.ranking.Ranking.Found;
import vn.ocopmarket.storefront.ranking.Ranking.Meaning;
import vn.ocopmarket.storefront.ranking.Ranking.Nearness;

class RankingTests {

    @Test
    void hasTheWeightsThatWereMeasuredUnlessToldOtherwise() {
        assertThat(bound(Map.of()))
                .isEqualTo(new Ranking(
                        new Found(3, 2, 1, 1),
                        new Nearness(2, 2, 4, 6, 3),
                        new Meaning(3, 0.1, 4, 1, 0.5, 0.3),
                        new Favour(0.2, 0)));
    }

    @Test
    void takesEachWeightByItself() {
        var ranking = bound(Map.of("ocop.browse.ranking.meaning.other-accents", "0"));

        assertThat(ranking.meaning()).isEqualTo(new Meaning(3, 0, 4, 1, 0.5, 0.3));
        assertThat(ranking.found()).isEqualTo(new Found(3, 2, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "NaN", "Infinity", "1000"})
    void refusesWhatIsNoWeight(String weight) {
        for (var name : new String[] {"found.name", "nearness.beginning", "meaning.story"}) {
            assertThatThrownBy(() -> bound(Map.of("ocop.browse.ranking." + name, weight)))
                    .as(name)
                    .hasRootCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Ranking bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("ocop.browse.ranking", Ranking.class);
    }
}
