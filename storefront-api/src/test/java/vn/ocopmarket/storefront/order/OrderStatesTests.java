package vn.ocopmarket.storefront.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderStatesTests {

    @Test
    void leaveNoWayOutOfAnEnd() {
        assertThat(OrderState.COMPLETED.allowed()).isEmpty();
        assertThat(OrderState.CANCELLED.allowed()).isEmpty();
        assertThat(PaymentState.REFUNDED.allowed()).isEmpty();
        assertThat(FulfillmentState.DELIVERED.allowed()).isEmpty();
    }

    @Test
    void refuseAChangeThatTheTableDoesNotKnow() {
        assertThatThrownBy(() -> OrderChange.from(OrderState.CANCELLED).to(OrderState.CONFIRMED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OrderChange.from(OrderState.PLACED, OrderState.COMPLETED)
                        .to(OrderState.CANCELLED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OrderChange.from(OrderState.CONFIRMED)
                        .payment(Set.of(PaymentState.REFUNDED), PaymentState.PAID))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepWhatAChangeDemandsOnEveryAxis() {
        var change = OrderChange.from(OrderState.CONFIRMED)
                .fulfillment(Set.of(FulfillmentState.UNFULFILLED), FulfillmentState.PACKED);

        assertThat(change.from()).containsExactly(OrderState.CONFIRMED);
        assertThat(change.fulfillmentFrom()).containsExactly(FulfillmentState.UNFULFILLED);
        assertThat(change.paymentFrom()).containsExactlyInAnyOrder(PaymentState.values());
    }
}
