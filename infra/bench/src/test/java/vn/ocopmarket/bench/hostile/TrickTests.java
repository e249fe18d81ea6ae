package vn.ocopmarket.bench.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrickTests {

    @ParameterizedTest
    @EnumSource
    void isTheSameAgainForTheSameSeedAndFitsIntoARequest(Trick trick) {
        var first = new SplittableRandom(7);
        var second = new SplittableRandom(7);
        for (var round = 0; round < 50; round++) {
            var query = trick.query(first);
            assertThat(query).isEqualTo(trick.query(second));
            assertThat(query).isPrintable().doesNotContain(" ");
        }
    }
}
