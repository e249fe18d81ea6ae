package vn.ocopmarket.storefront.pos.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.money.Money;

class QuickCashTests {

    @Test
    void offersTheExactAmountAndWhatNotesMakeOfIt() {
        assertThat(QuickCash.of(Money.dong(187_000)))
                .extracting(Money::amount)
                .containsExactly(187_000L, 190_000L, 200_000L, 500_000L);
        assertThat(QuickCash.of(Money.dong(200_000))).extracting(Money::amount).containsExactly(200_000L, 500_000L);
        assertThat(QuickCash.of(Money.ZERO)).isEmpty();
    }
}
