package vn.ocopmarket.storefront.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.InProgress;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.Preparation.Refusal;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.orderend.CancellingOrder;
import vn.ocopmarket.storefront.orderend.SettlingOrder;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.payment.PaymentOutcomes.Dispute;

/** The money of orders that ended goes back, whoever else moves them and whatever a bank does. */
class EndedOrdersIT extends CommerceIT {

    private static final long PRICE = 35_000;

    @Autowired
    CheckoutWorker worker;

    @Autowired
    SettlingOrder settling;

    @Autowired
    CancellingOrder cancelling;

    @Test
    void giveMoneyBackThatCameWhileTheyExpired() {
        var placed = placed();
        var amount = payments.pay(placed.id());
        expire(placed);

        assertThatThrownBy(() -> settling.giveBack(placed, "OUT_OF_STOCK").block(PATIENCE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("moved meanwhile");
        settling.giveBack(find(placed), "OUT_OF_STOCK").block(PATIENCE);
        settling.giveBack(placed, "OUT_OF_STOCK").block(PATIENCE);

        assertThat(find(placed).payment()).isEqualTo(PaymentState.REFUND_PENDING);
        assertThat(payments.refunds).containsEntry(rest(placed), amount);
    }

    @Test
    void giveMoneyBackThatCameBeforeTheyWereCancelled() {
        var placed = placed();
        var amount = payments.pay(placed.id());

        assertThatThrownBy(() -> settling.giveBackLate(placed).block(PATIENCE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("moved meanwhile");
        finalizing.failed(placed.id(), "failed").block(PATIENCE);
        settling.giveBackLate(placed).block(PATIENCE);

        assertThat(payments.refunds).containsEntry(rest(placed), amount);
    }

    @Test
    void areCancelledAlsoWhenTheProviderTellsMeanwhileThatTheyRanOut() {
        var placed = placed();
        payments.whenEnded = () -> finalizing.failed(placed.id(), "expired");

        var outcome = cancelling.cancel(placed.id(), "BUYER").block(PATIENCE);

        assertThat(outcome).isInstanceOf(OrderOutcome.Moved.class);
        assertThat(find(placed).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(levels(placed.lines().getFirst().sku()).getFirst().held()).isZero();
        assertStockAndLedgerAgree();
    }

    @Test
    void giveLateMoneyBackWhenTheyRanOutAndWereCancelled() {
        var placed = placed();
        expire(placed);
        assertThat(cancelling.cancel(placed.id(), "BUYER").block(PATIENCE)).isInstanceOf(OrderOutcome.Moved.class);

        var amount = payments.pay(placed.id());
        finalizing.paid(placed.id(), amount).block(PATIENCE);

        assertThat(find(placed).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(payments.refunds).containsEntry(rest(placed), amount);
        assertStockAndLedgerAgree();
    }

    @Test
    void areNotFulfilledWhenTheirMoneyIsOnItsWayBack() {
        var placed = placed();
        var amount = payments.pay(placed.id());
        expire(placed);
        finalizing.paid(placed.id(), Money.dong(1)).block(PATIENCE);

        finalizing.paid(placed.id(), amount).block(PATIENCE);

        assertThat(find(placed).state()).isEqualTo(OrderState.EXPIRED);
        assertThat(find(placed).payment()).isEqualTo(PaymentState.REFUND_PENDING);
    }

    @Test
    void areFulfilledForLateMoneyOnlyWhenNobodyFreesTheirStockAnyMore() {
        var placed = placed();
        clock.move(Duration.ofMinutes(16));
        assertThat(worker.look().block(PATIENCE)).isPositive();
        assertThat(find(placed).state()).isEqualTo(OrderState.EXPIRED);
        var sku = placed.lines().getFirst().sku();

        assertThatThrownBy(() -> finalizing.paid(placed.id(), placed.total()).block(PATIENCE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("being settled");
        assertThat(find(placed).state()).isEqualTo(OrderState.EXPIRED);
        assertThat(levels(sku).getFirst().allocated()).isZero();

        clock.move(Duration.ofMinutes(2));
        assertThat(worker.look().block(PATIENCE)).isPositive();
        finalizing.paid(placed.id(), placed.total()).block(PATIENCE);
        assertThat(find(placed).state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(1);
        assertStockAndLedgerAgree();
    }

    @Test
    void areBegunAgainOnlyWhenNobodyFreesWhatTheInterruptedTryHad() {
        var request = request(ids.next(20), cartOf(1, onSale(PRICE, 5)), PaymentMethod.CASH_ON_DELIVERY, PRICE);
        crashes.dieAt(5, true);
        preparing.prepare(request).then().onErrorComplete().block(PATIENCE);
        assertThat(crashes.restart()).isTrue();
        var interrupted = await(orders.find(request.orderId()));
        assertThat(interrupted.state()).isEqualTo(OrderState.PREPARING);
        var gaveUp = OrderChange.from(OrderState.PREPARING)
                .to(OrderState.REFUSED)
                .refusals(List.of(new Refusal(interrupted.skus().getFirst(), CompletingPreparation.INTERRUPTED, 0)))
                .due(clock.instant().plusSeconds(60));
        var _ = await(orders.change(interrupted.id(), gaveUp));

        assertThat(await(preparing.prepare(request))).isInstanceOf(InProgress.class);
        assertThat(find(interrupted).state()).isEqualTo(OrderState.REFUSED);

        clock.move(Duration.ofMinutes(2));
        assertThat(worker.look().block(PATIENCE)).isPositive();
        assertThat(await(preparing.prepare(request))).isInstanceOf(Prepared.class);
        assertStockAndLedgerAgree();
    }

    @Test
    void areBegunAgainAtOnceAfterTheWorkerGaveThemUp() {
        var sku = onSale(PRICE, 1);
        var request = request(ids.next(20), cartOf(1, sku), PaymentMethod.CASH_ON_DELIVERY, PRICE);
        crashes.dieAt(5, true);
        preparing.prepare(request).then().onErrorComplete().block(PATIENCE);
        assertThat(crashes.restart()).isTrue();
        clock.move(Duration.ofMinutes(2));
        assertThat(worker.look().block(PATIENCE)).isPositive();
        assertThat(await(orders.find(request.orderId())).state()).isEqualTo(OrderState.REFUSED);

        assertThat(await(preparing.prepare(request))).isInstanceOf(Prepared.class);
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(1);
        assertStockAndLedgerAgree();
    }

    @Test
    void waitForTheBankThatHasTheirMoney() {
        var order = cancelledWhileContested();

        payments.contested.remove(order.id());
        finalizing.disputed(order.id(), "du_1", Dispute.WON, order.total()).block(PATIENCE);

        assertThat(payments.refunds).containsEntry(rest(order), order.total());
        assertThat(find(order).payment()).isEqualTo(PaymentState.REFUND_PENDING);
        finalizing.refunded(order.id(), rest(order), order.total()).block(PATIENCE);
        assertThat(find(order).payment()).isEqualTo(PaymentState.REFUNDED);
    }

    @Test
    void askAgainWhenNobodyTellsWhatTheBankDecided() {
        var order = cancelledWhileContested();

        payments.contested.remove(order.id());
        clock.move(Duration.ofMinutes(70));
        assertThat(worker.look().block(PATIENCE)).isPositive();

        assertThat(payments.refunds).containsEntry(rest(order), order.total());
    }

    @Test
    void areNotRefundedBeforeTheBankGaveTheLastOfIt() {
        var order = paid();
        assertThat(await(cancelling.cancel(order.id(), "BUYER"))).isInstanceOf(OrderOutcome.Moved.class);
        payments.contested.add(order.id());

        finalizing.refunded(order.id(), rest(order), Money.dong(10_000)).block(PATIENCE);

        assertThat(find(order).payment()).isEqualTo(PaymentState.REFUND_PENDING);
        assertThat(find(order).timeline()).anyMatch(entry -> entry.what() == What.REFUNDED_IN_PART);
        payments.contested.remove(order.id());
        finalizing.refunded(order.id(), rest(order) + ":1", Money.dong(25_000)).block(PATIENCE);
        assertThat(find(order).payment()).isEqualTo(PaymentState.REFUNDED);
    }

    private Order cancelledWhileContested() {
        var order = paid();
        payments.contested.add(order.id());
        assertThat(await(cancelling.cancel(order.id(), "BUYER"))).isInstanceOf(OrderOutcome.Moved.class);
        clock.move(Duration.ofMinutes(2));
        assertThat(worker.look().block(PATIENCE)).isPositive();
        assertThat(find(order).payment()).isEqualTo(PaymentState.REFUND_PENDING);
        assertThat(payments.refunds).doesNotContainKey(rest(order));
        return order;
    }

    private Order paid() {
        var order = placed();
        finalizing.paid(order.id(), payments.pay(order.id())).block(PATIENCE);
        assertThat(find(order).state()).isEqualTo(OrderState.CONFIRMED);
        return order;
    }

    private Order placed() {
        var sku = onSale(PRICE, 5);
        return ((Prepared) prepare(cartOf(1, sku), PaymentMethod.CARD, PRICE)).order();
    }

    private void expire(Order placed) {
        var expiry = OrderChange.from(OrderState.PLACED)
                .to(OrderState.EXPIRED)
                .payment(Set.of(PaymentState.AWAITING), PaymentState.ENDED);
        assertThat(await(orders.change(placed.id(), expiry)).state()).isEqualTo(OrderState.EXPIRED);
    }

    private Order find(Order order) {
        return await(orders.find(order.id()));
    }

    private static String rest(Order order) {
        return order.id() + ":cancelled";
    }
}
