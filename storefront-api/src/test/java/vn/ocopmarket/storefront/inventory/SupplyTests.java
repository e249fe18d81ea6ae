package vn.ocopmarket.storefront.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupplyTests {

    @ParameterizedTest
    @CsvSource({"0, 5, 8, true", "4, 4, 8, true", "4, 1, 8, false", "0, 0, 1, false", "8, 5, 8, false"})
    void blamesARecallOnlyForWhatItKeepsBack(long available, long recalled, long wanted, boolean blamed) {
        assertThat(new Supply(available, recalled).lacksForRecall(wanted)).isEqualTo(blamed);
    }
}
