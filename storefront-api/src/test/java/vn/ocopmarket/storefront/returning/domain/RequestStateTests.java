package vn.ocopmarket.storefront.returning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.returning.domain.RequestState.APPROVED;
import static vn.ocopmarket.storefront.returning.domain.RequestState.ASKED;
import static vn.ocopmarket.storefront.returning.domain.RequestState.CANCELLED;
import static vn.ocopmarket.storefront.returning.domain.RequestState.PARTLY_REFUNDED;
import static vn.ocopmarket.storefront.returning.domain.RequestState.RECEIVED;
import static vn.ocopmarket.storefront.returning.domain.RequestState.REFUNDED;
import static vn.ocopmarket.storefront.returning.domain.RequestState.REFUSED;
import static vn.ocopmarket.storefront.returning.domain.RequestState.WITHDRAWN;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.storefront.returning.domain.ReturnRules.Rule;

class RequestStateTests {

    private static final LocalDate DELIVERED = LocalDate.of(2026, 11, 2);

    @Test
    void neverGoesFromMoneyOrAnEndToAnythingElse() {
        for (var end : List.of(REFUSED, WITHDRAWN, REFUNDED, CANCELLED)) {
            assertThat(end.allowed()).as(end.name()).isEmpty();
            assertThat(end.isOpen()).isFalse();
        }
        assertThat(RECEIVED.allowed()).containsExactlyInAnyOrder(PARTLY_REFUNDED, REFUNDED);
    }

    @Test
    void receivesOnlyWhatWasApprovedOrCameInPart() {
        assertThat(ASKED.allowed()).containsExactlyInAnyOrder(APPROVED, REFUSED, WITHDRAWN);
        for (var state : RequestState.values()) {
            assertThat(state.allowed().contains(RECEIVED))
                    .as(state.name())
                    .isEqualTo(state == APPROVED || state == PARTLY_REFUNDED);
        }
    }

    @Test
    void countsDaysFromTheDayOfDeliveryWithTheLastOne() {
        var rules = new ReturnRules(List.of(
                new Rule("DAMAGED", 7, LocalDate.MIN, DELIVERED.plusYears(1)),
                new Rule("CHANGED_MIND", 3, LocalDate.MIN, DELIVERED.plusYears(1)),
                new Rule("LATER", 99, DELIVERED.plusDays(1), LocalDate.MAX)));

        assertThat(rules.reasons(DELIVERED, DELIVERED.plusDays(3))).containsExactly("DAMAGED", "CHANGED_MIND");
        assertThat(rules.reasons(DELIVERED, DELIVERED.plusDays(4))).containsExactly("DAMAGED");
        assertThat(rules.reasons(DELIVERED, DELIVERED.plusDays(7))).containsExactly("DAMAGED");
        assertThat(rules.reasons(DELIVERED, DELIVERED.plusDays(8))).isEmpty();
    }
}
