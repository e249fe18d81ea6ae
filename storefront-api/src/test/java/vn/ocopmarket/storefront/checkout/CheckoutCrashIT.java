package vn.ocopmarket.storefront.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** The process dies between any two steps; afterwards the same request goes on, or the worker clears up. */
class CheckoutCrashIT extends CommerceIT {

    private static final int STEPS_AT_LEAST = 5;
    private static final int MORE_STEPS_THAN_THERE_ARE = 40;

    @Autowired
    CheckoutWorker worker;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesOnUnderTheSameKeyWhereCashCheckoutDied(boolean afterEffect) {
        sameRequestAfterEveryCrash(PaymentMethod.CASH_ON_DELIVERY, OrderState.CONFIRMED, afterEffect);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesOnUnderTheSameKeyWhereCardCheckoutDied(boolean afterEffect) {
        sameRequestAfterEveryCrash(PaymentMethod.CARD, OrderState.PLACED, afterEffect);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesNothingBehindWhenNobodyComesBack(boolean afterEffect) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var first = onSale(10_000, 3);
            var second = onSale(10_000, 3);
            var request = request(ids.next(20), cartOf(2, first, second), PaymentMethod.CASH_ON_DELIVERY, 40_000);
            crashes.dieAt(step, afterEffect);
            tryTo(preparing.prepare(request));
            if (!crashes.restart()) {
                assertThat(step).isGreaterThan(STEPS_AT_LEAST);
                break;
            }

            clock.move(Duration.ofMinutes(2));
            assertThat(worker.look().block(PATIENCE)).isNotNull();
            clock.move(Duration.ofMinutes(2));
            assertThat(worker.look().block(PATIENCE)).isNotNull();

            var order = orders.find(request.orderId()).block(PATIENCE);
            var confirmed = order != null && order.state() == OrderState.CONFIRMED;
            assertThat(levels(first).getFirst().available()).as("step %d", step).isEqualTo(confirmed ? 1 : 3);
            assertThat(levels(second).getFirst().available())
                    .as("step %d", step)
                    .isEqualTo(confirmed ? 1 : 3);
        }
        assertStockAndLedgerAgree();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void finalizesWhereItDied(boolean afterEffect) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var sku = onSale(10_000, 3);
            var other = onSale(10_000, 3);
            var prepared = (Prepared) prepare(cartOf(2, sku, other), PaymentMethod.CARD, 40_000);
            var id = prepared.order().id();
            var amount = payments.pay(id);
            crashes.dieAt(step, afterEffect);
            tryTo(finalizing.paid(id, amount));
            var died = crashes.restart();

            finalizing.paid(id, amount).block(PATIENCE);

            assertThat(await(orders.find(id)).state()).as("step %d", step).isEqualTo(OrderState.CONFIRMED);
            assertThat(levels(sku).getFirst().allocated()).as("step %d", step).isEqualTo(2);
            assertThat(levels(sku).getFirst().available()).as("step %d", step).isEqualTo(1);
            assertThat(levels(other).getFirst().allocated()).as("step %d", step).isEqualTo(2);
            if (!died) {
                assertThat(step).isGreaterThan(STEPS_AT_LEAST);
                break;
            }
        }
        assertStockAndLedgerAgree();
    }

    private void sameRequestAfterEveryCrash(PaymentMethod method, OrderState end, boolean afterEffect) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var first = onSale(10_000, 3);
            var second = onSale(10_000, 3);
            var request = request(ids.next(20), cartOf(2, first, second), method, 40_000);
            crashes.dieAt(step, afterEffect);
            tryTo(preparing.prepare(request));
            var died = crashes.restart();

            var outcome = await(preparing.prepare(request));

            assertThat(outcome).as("step %d", step).isInstanceOf(Prepared.class);
            assertThat(((Prepared) outcome).order().state()).as("step %d", step).isEqualTo(end);
            assertThat(levels(first).getFirst().available()).as("step %d", step).isEqualTo(1);
            assertThat(levels(second).getFirst().available())
                    .as("step %d", step)
                    .isEqualTo(1);
            if (!died) {
                assertThat(step).isGreaterThan(STEPS_AT_LEAST);
                break;
            }
        }
        assertStockAndLedgerAgree();
    }

    private static void tryTo(Mono<?> work) {
        work.then().onErrorComplete().block(PATIENCE);
    }
}
