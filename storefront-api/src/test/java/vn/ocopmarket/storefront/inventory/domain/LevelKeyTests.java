package vn.ocopmarket.storefront.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocopmarket.contract.stock.Ownership;

class LevelKeyTests {

    @ParameterizedTest
    @CsvSource({
        "kho-ha-noi|NM-500|, kho-ha-noi, NM-500, , CONSIGNED",
        "kho-ha-noi|NM-500|L1, kho-ha-noi, NM-500, L1, CONSIGNED",
        "kho-ha-noi|NM-500|L1|OWNED, kho-ha-noi, NM-500, L1, OWNED",
        "kho-ha-noi.damaged|NM-500||OWNED, kho-ha-noi.damaged, NM-500, , OWNED",
        "kho-ha-noi|NM-500|OWNED, kho-ha-noi, NM-500, OWNED, CONSIGNED",
        "kho-ha-noi|NM-500|OWNED|OWNED, kho-ha-noi, NM-500, OWNED, OWNED",
        "kho-ha-noi|OWNED|, kho-ha-noi, OWNED, , CONSIGNED"
    })
    void isWrittenAndReadAlike(String id, String location, String sku, @Nullable String lot, Ownership ownership) {
        var key = new LevelKey(location, sku, lot, ownership);

        assertThat(key.id()).isEqualTo(id);
        assertThat(LevelKey.of(id)).isEqualTo(key);
        assertThat(LevelKey.ownershipOf(id)).isEqualTo(ownership);
    }

    @Test
    void isNoneWithoutALot() {
        assertThatThrownBy(() -> LevelKey.of("kho-ha-noi|NM-500")).isInstanceOf(IllegalArgumentException.class);
    }
}
