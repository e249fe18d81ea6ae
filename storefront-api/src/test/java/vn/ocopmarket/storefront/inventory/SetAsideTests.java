package vn.ocopmarket.storefront.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SetAsideTests {

    @ParameterizedTest
    @EnumSource
    void isFoundAgainByItsPlace(SetAside reason) {
        var place = reason.at("kho-ha-noi");

        assertThat(SetAside.of(place)).contains(reason);
        assertThat(SetAside.locationOf(place)).isEqualTo("kho-ha-noi");
    }

    @Test
    void isNoLocation() {
        assertThat(SetAside.of("kho-ha-noi")).isEmpty();
        assertThat(SetAside.of("damaged")).isEmpty();
        assertThat(SetAside.locationOf("kho-damaged")).isEqualTo("kho-damaged");
        assertThat(SetAside.PAST_DATE.at("kho").matches("[a-z0-9][a-z0-9-]{1,62}"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "FOUND, 1, true",
        "FOUND, -1, false",
        "THEFT, -1, true",
        "THEFT, 1, false",
        "CORRECTION, 1, true",
        "CORRECTION, 0, false"
    })
    void aReasonExplainsMoreOrLess(Movement.Reason reason, long difference, boolean explains) {
        assertThat(reason.explains(difference)).isEqualTo(explains);
    }
}
