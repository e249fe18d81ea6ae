package vn.ocopmarket.storefront.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.fulfillment.FulfillingOrder;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** The buyer does not take the parcel. */
class RefusedAtDoorIT extends CommerceIT {

    private static final int MORE_STEPS_THAN_THERE_ARE = 30;

    @Autowired
    FulfillingOrder fulfilling;

    @Autowired
    CheckoutWorker worker;

    @Test
    void owesNothingAndSellsNothingAgainBeforeSomebodyLooked() {
        var sku = onSale(35_000, 5);
        var order = onTheWay(sku, PaymentMethod.CASH_ON_DELIVERY);

        var outcomes = await(Flux.range(0, 8)
                .flatMap(_ -> fulfilling.refuseAtDoor(order.id()), 8)
                .collectList());

        assertThat(outcomes).hasOnlyElementsOfType(OrderOutcome.Moved.class);
        assertRefused(order, PaymentState.ENDED);
        assertThat(levels(sku).getFirst().onHand()).isEqualTo(3);
        assertThat(await(fulfilling.deliver(order.id()))).isInstanceOf(OrderOutcome.MoveRefused.class);
        var _ = move(Movement.Kind.RETURN, WAREHOUSE, null, sku, 2);
        assertThat(levels(sku).getFirst().available()).isEqualTo(5);
        assertStockAndLedgerAgree();
    }

    @Test
    void givesBackWhatWasPaid() {
        var sku = onSale(35_000, 5);
        var order = onTheWay(sku, PaymentMethod.CARD);

        assertThat(await(fulfilling.refuseAtDoor(order.id()))).isInstanceOf(OrderOutcome.Moved.class);

        assertRefused(order, PaymentState.REFUND_PENDING);
        assertThat(payments.refunds).containsKey(order.id() + ":cancelled");
    }

    @Test
    void isNotForGoodsThatNeverLeft() {
        var sku = onSale(35_000, 5);
        var order = ((Prepared) prepare(cartOf(2, sku), PaymentMethod.CASH_ON_DELIVERY, 70_000)).order();

        assertThat(await(fulfilling.refuseAtDoor(order.id()))).isInstanceOf(OrderOutcome.MoveRefused.class);
        assertThat(await(fulfilling.refuseAtDoor("nothing"))).isInstanceOf(OrderOutcome.OrderUnknown.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesOnWhereItDied(boolean afterEffect) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var sku = onSale(35_000, 5);
            var order = onTheWay(sku, PaymentMethod.CARD);
            crashes.dieAt(step, afterEffect);
            fulfilling.refuseAtDoor(order.id()).then().onErrorComplete().block(PATIENCE);
            var died = crashes.restart();

            assertThat(await(fulfilling.refuseAtDoor(order.id()))).isInstanceOf(OrderOutcome.Moved.class);
            clock.move(Duration.ofMinutes(2));
            assertThat(worker.look().block(PATIENCE)).isNotNull();

            assertRefused(order, PaymentState.REFUND_PENDING);
            assertThat(payments.refunds).containsKey(order.id() + ":cancelled");
            assertThat(levels(sku).getFirst().onHand()).as("step %d", step).isEqualTo(3);
            assertThat(levels(sku).getFirst().allocated()).as("step %d", step).isZero();
            if (!died) {
                break;
            }
        }
        assertStockAndLedgerAgree();
    }

    private Order onTheWay(String sku, PaymentMethod method) {
        var order = ((Prepared) prepare(cartOf(2, sku), method, 70_000)).order();
        if (method == PaymentMethod.CARD) {
            finalizing.paid(order.id(), payments.pay(order.id())).block(PATIENCE);
        }
        assertThat(await(fulfilling.pack(order.id()))).isInstanceOf(OrderOutcome.Moved.class);
        assertThat(await(fulfilling.handOver(order.id()))).isInstanceOf(OrderOutcome.Moved.class);
        return order;
    }

    private void assertRefused(Order order, PaymentState payment) {
        var now = await(Mono.defer(() -> orders.find(order.id())));
        assertThat(now.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(now.fulfillment()).isEqualTo(FulfillmentState.RETURNED);
        assertThat(now.payment()).isEqualTo(payment);
    }
}
