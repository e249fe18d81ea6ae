package vn.ocopmarket.indexer.index.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.indexer.index.domain.Stamp.Age;

class StampTests {

    private static final Stamp INDEXED = new Stamp(5, Map.of("A", 2L, "B", 7L));

    @Test
    void isTheSameWhenNothingChanged() {
        assertThat(new Stamp(5, Map.of("B", 7L, "A", 2L)).against(INDEXED)).isEqualTo(Age.SAME);
    }

    @Test
    void isNewerWhenAnyPartIs() {
        assertThat(new Stamp(6, Map.of("A", 2L, "B", 7L)).against(INDEXED)).isEqualTo(Age.NEWER);
        assertThat(new Stamp(5, Map.of("A", 3L, "B", 7L)).against(INDEXED)).isEqualTo(Age.NEWER);
    }

    @Test
    void isNewerWhenASkuCameOrWent() {
        assertThat(new Stamp(5, Map.of("A", 2L, "B", 7L, "C", 0L)).against(INDEXED))
                .isEqualTo(Age.NEWER);
        assertThat(new Stamp(6, Map.of("A", 2L)).against(INDEXED)).isEqualTo(Age.NEWER);
    }

    @Test
    void isOlderWhenAnyPartIsAndNoneIsNewer() {
        assertThat(new Stamp(4, Map.of("A", 2L, "B", 7L)).against(INDEXED)).isEqualTo(Age.OLDER);
        assertThat(new Stamp(5, Map.of("A", 2L, "B", 6L)).against(INDEXED)).isEqualTo(Age.OLDER);
    }

    @Test
    void isOfNoOneMomentWhenItsPartsDisagree() {
        assertThat(new Stamp(6, Map.of("A", 1L, "B", 7L)).against(INDEXED)).isEqualTo(Age.MIXED);
        assertThat(new Stamp(4, Map.of("A", 2L, "B", 9L)).against(INDEXED)).isEqualTo(Age.MIXED);
    }
}
