package vn.ocopmarket.storefront.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.cart.CartOutcome;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.cart.LineProblem;
import vn.ocopmarket.storefront.cart.ViewingCart;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.CashRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Changed;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.ConfirmationMissing;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.KeyReused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PaymentUnavailable;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.commerce.FakeProducts.Spec;
import vn.ocopmarket.storefront.order.CancellingOrder;
import vn.ocopmarket.storefront.order.FulfillingOrder;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** From the cart to the order, on a real store. */
class CheckoutIT extends CommerceIT {

    private static final PaymentMethod COD = PaymentMethod.CASH_ON_DELIVERY;
    private static final PaymentMethod CARD = PaymentMethod.CARD;

    @Autowired
    CheckoutWorker worker;

    @Autowired
    MongoDatabase database;

    @Autowired
    ViewingCart viewing;

    @Autowired
    CancellingOrder cancelling;

    @Autowired
    FulfillingOrder fulfilling;

    @Test
    void sellsTheLastFiftyUnitsToFiftyOfTwoHundredBuyers() {
        var sku = onSale(35_000, 50);
        var carts = Stream.generate(() -> cartOf(1, sku)).limit(200).toList();

        var outcomes = await(Flux.fromIterable(carts)
                .flatMap(cart -> preparing.prepare(request(ids.next(20), cart, COD, 35_000)), 200)
                .collectList());

        assertThat(outcomes.stream().filter(Prepared.class::isInstance)).hasSize(50);
        assertThat(outcomes.stream()
                        .filter(outcome ->
                                outcome instanceof Changed || outcome instanceof PreparationOutcome.StockGone))
                .hasSize(150);
        assertThat(levels(sku)).singleElement().satisfies(level -> {
            assertThat(level.onHand()).isEqualTo(50);
            assertThat(level.allocated()).isEqualTo(50);
            assertThat(level.available()).isZero();
        });
        assertStockAndLedgerAgree();
        forgetsWhatWasRefused(outcomes.stream()
                .filter(PreparationOutcome.StockGone.class::isInstance)
                .count());
    }

    /** In time, and only what was refused. */
    private void forgetsWhatWasRefused(long least) {
        clock.move(Duration.ofMinutes(2));
        assertThat(worker.look().block(PATIENCE)).isNotNull();

        var stored = database.getCollection("orders");
        var refused = Filters.eq("state", "REFUSED");
        assertThat(await(Mono.from(stored.countDocuments(refused)))).isGreaterThanOrEqualTo(least);
        assertThat(await(Mono.from(stored.countDocuments(Filters.and(refused, Filters.exists("forgetAt", false))))))
                .isZero();
        assertThat(await(Mono.from(stored.countDocuments(
                        Filters.and(Filters.ne("state", "REFUSED"), Filters.exists("forgetAt"))))))
                .isZero();
    }

    @Test
    void confirmsAnOrderForCashAndEmptiesItsCart() {
        var sku = onSale(100_000, 10);
        var cart = cartOf(2, sku);

        var order = prepared(prepare(cart, COD, 200_000));

        assertThat(order.state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(order.payment()).isEqualTo(PaymentState.ON_DELIVERY);
        assertThat(order.totals().goods().amount()).isEqualTo(200_000);
        assertThat(order.totals().shipping().amount()).isEqualTo(20_000);
        assertThat(order.contact().phone()).isEqualTo("0912345678");
        assertThat(await(viewing.view(cart)).lines()).isEmpty();
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(2);
    }

    @Test
    void makesOneOrderOfManyRequestsUnderOneKey() {
        var sku = onSale(10_000, 10);
        var request = request(ids.next(20), cartOf(1, sku), COD, 10_000);

        var together = await(
                Flux.range(0, 8).flatMap(_ -> preparing.prepare(request), 8).collectList());
        var later = await(preparing.prepare(request));

        assertThat(together).allMatch(Prepared.class::isInstance);
        assertThat(together.stream().map(this::prepared).map(Order::id).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(later).asInstanceOf(type(Prepared.class)).matches(Prepared::replayed);
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(1);
        assertStockAndLedgerAgree();
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        var sku = onSale(10_000, 10);
        var key = ids.next(20);
        var cart = cartOf(1, sku);
        assertThat(await(preparing.prepare(request(key, cart, COD, 10_000)))).isInstanceOf(Prepared.class);

        assertThat(await(preparing.prepare(request(key, cart, CARD, 10_000)))).isInstanceOf(KeyReused.class);
        assertThat(await(preparing.prepare(request(key, cartOf(2, sku), COD, 20_000))))
                .isInstanceOf(KeyReused.class);
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(1);
    }

    @Test
    void makesOneOrderOfOneCartUnderTwoKeysAtOnce() {
        var sku = onSale(10_000, 10);
        var cart = cartOf(1, sku);

        var outcomes = await(Flux.range(0, 6)
                .flatMap(_ -> preparing.prepare(request(ids.next(20), cart, COD, 10_000)), 6)
                .collectList());

        assertThat(outcomes.stream().filter(Prepared.class::isInstance)).hasSize(1);
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(1);
    }

    @Test
    void refusesWhatExpiredWhileInTheCart() {
        var sku = ids.next(8);
        products.sell(Spec.of(sku, 50_000, LocalDate.now(clock).plusDays(3)));
        receive(WAREHOUSE, sku, 5);
        var cart = cartOf(1, sku);

        clock.move(Duration.ofDays(4));

        assertThat(problems(prepare(cart, COD, 50_000))).containsExactly(LineProblem.CERTIFICATE_EXPIRED);
        assertThat(await(filling.put(cart, sku, 2)))
                .asInstanceOf(type(CartOutcome.NotPurchasable.class))
                .satisfies(refused ->
                        assertThat(refused.line().problems()).containsExactly(LineProblem.CERTIFICATE_EXPIRED));
        assertThat(await(viewing.view(cart)).purchasable()).isFalse();
        assertThat(levels(sku).getFirst().available()).isEqualTo(5);
    }

    @Test
    void refusesWhatWasWithdrawnAndWhatCostsMoreNow() {
        var sku = onSale(50_000, 5);
        var dearer = onSale(50_000, 5);
        var cart = cartOf(1, sku);
        var other = cartOf(1, dearer);
        products.sell(Spec.of(sku, 50_000, LocalDate.now(clock).plusYears(1)).withdrawn(LocalDate.now(clock)));
        products.sell(Spec.of(dearer, 60_000, LocalDate.now(clock).plusYears(1)));

        assertThat(problems(prepare(cart, COD, 50_000))).containsExactly(LineProblem.CERTIFICATE_WITHDRAWN);
        assertThat(problems(prepare(other, COD, 50_000))).containsExactly(LineProblem.PRICE_CHANGED);
        assertThat(prepare(other, COD, 60_000)).isInstanceOf(Prepared.class);
    }

    @Test
    void asksTheCatalogueItselfBeforeAnythingBindsHoweverFarTheIndexIsBehind() {
        var sku = onSale(50_000, 5);
        var paid = prepared(prepare(cartOf(1, sku), CARD, 50_000));
        var cart = cartOf(1, sku);
        products.keepShowing(sku);
        products.sell(Spec.of(sku, 50_000, LocalDate.now(clock).plusYears(1)).withdrawn(LocalDate.now(clock)));

        assertThat(await(viewing.view(cart)).purchasable())
                .as("the cart is shown as indexed")
                .isTrue();
        assertThat(problems(prepare(cart, COD, 50_000))).containsExactly(LineProblem.CERTIFICATE_WITHDRAWN);
        finalizing.paid(paid.id(), payments.pay(paid.id())).block(PATIENCE);
        assertThat(find(paid).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void neverSellsAlcoholForCashNorWithoutTheBuyersAge() {
        var sku = ids.next(8);
        products.sell(Spec.of(sku, 150_000, LocalDate.now(clock).plusYears(1)).alcohol());
        receive(WAREHOUSE, sku, 5);
        var cart = cartOf(1, sku);

        assertThat(prepare(cart, COD, 150_000)).isInstanceOf(CashRefused.class);
        assertThat(prepare(cart, CARD, 150_000)).isInstanceOf(ConfirmationMissing.class);
    }

    @Test
    void confirmsOnceHoweverOftenItIsPaid() {
        var sku = onSale(35_000, 5);
        var order = prepared(prepare(cartOf(2, sku), CARD, 70_000));
        assertThat(order.state()).isEqualTo(OrderState.PLACED);
        assertThat(order.preparation().redirectUrl()).isNotNull();
        assertThat(levels(sku).getFirst().held()).isEqualTo(2);
        var amount = payments.pay(order.id());

        Flux.range(0, 10).flatMap(_ -> finalizing.paid(order.id(), amount), 10).blockLast(PATIENCE);

        assertThat(find(order).state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(find(order).payment()).isEqualTo(PaymentState.PAID);
        assertThat(find(order).timeline()).hasSize(2);
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(2);
        assertStockAndLedgerAgree();
    }

    @Test
    void takesStockAgainWhenTheHoldRanOutDuringPayment() {
        var sku = onSale(35_000, 2);
        var order = prepared(prepare(cartOf(2, sku), CARD, 70_000));
        clock.move(Duration.ofMinutes(16));
        var amount = payments.pay(order.id());

        finalizing.paid(order.id(), amount).block(PATIENCE);

        assertThat(find(order).state()).isEqualTo(OrderState.CONFIRMED);
        assertStockAndLedgerAgree();
    }

    @Test
    void givesTheMoneyBackWhenTheHoldRanOutAndTheStockIsGone() {
        var sku = onSale(35_000, 2);
        var slow = prepared(prepare(cartOf(2, sku), CARD, 70_000));
        var amount = payments.pay(slow.id());
        clock.move(Duration.ofMinutes(16));
        assertThat(prepare(cartOf(1, sku), COD, 35_000)).isInstanceOf(Prepared.class);

        finalizing.paid(slow.id(), amount).block(PATIENCE);
        finalizing.paid(slow.id(), amount).block(PATIENCE);

        assertThat(find(slow).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(find(slow).payment()).isEqualTo(PaymentState.REFUND_PENDING);
        assertThat(payments.refunds).containsEntry(slow.id() + ":cancelled", amount);
        finalizing.refunded(slow.id(), slow.id() + ":cancelled", amount).block(PATIENCE);
        assertThat(find(slow).payment()).isEqualTo(PaymentState.REFUNDED);
        assertThat(levels(sku).getFirst().available()).isEqualTo(1);
        assertStockAndLedgerAgree();
    }

    @Test
    void givesTheMoneyBackWhenTheCertificateEndedDuringPayment() {
        var sku = ids.next(8);
        products.sell(Spec.of(sku, 50_000, LocalDate.now(clock).plusYears(1)));
        receive(WAREHOUSE, sku, 5);
        var order = prepared(prepare(cartOf(1, sku), CARD, 50_000));
        products.sell(Spec.of(sku, 50_000, LocalDate.now(clock).plusYears(1)).withdrawn(LocalDate.now(clock)));
        var amount = payments.pay(order.id());

        finalizing.paid(order.id(), amount).block(PATIENCE);

        assertThat(find(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(find(order).timeline()).anyMatch(entry -> "CERTIFICATE".equals(entry.detail()));
        assertThat(levels(sku).getFirst().available()).isEqualTo(5);
    }

    @Test
    void endsUnpaidOrdersWhenTheirHoldRanOut() {
        var sku = onSale(35_000, 2);
        var unpaid = prepared(prepare(cartOf(1, sku), CARD, 35_000));
        var paid = prepared(prepare(cartOf(1, sku), CARD, 35_000));
        var amount = payments.pay(paid.id());
        clock.move(Duration.ofMinutes(16));

        assertThat(worker.look().block(PATIENCE)).isPositive();
        finalizing.paid(paid.id(), amount).block(PATIENCE);

        assertThat(find(unpaid).state()).isEqualTo(OrderState.EXPIRED);
        assertThat(find(unpaid).payment()).isEqualTo(PaymentState.ENDED);
        assertThat(find(paid).state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(levels(sku).getFirst().available()).isEqualTo(1);
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(1);
        assertStockAndLedgerAgree();
    }

    @Test
    void letsTheSameCartTryAgainWithAnotherWayToPay() {
        var sku = onSale(35_000, 1);
        var cart = cartOf(1, sku);
        var first = prepared(prepare(cart, CARD, 35_000));

        var second = prepare(cart, COD, 35_000);

        // The units are held by the cart's own unpaid order, which is given up for the new one.
        assertThat(second).isInstanceOf(Prepared.class);
        assertThat(find(first).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(1);
        assertStockAndLedgerAgree();
    }

    @Test
    void saysSoWhenTheProviderIsSilentAndGoesOnLater() {
        var sku = onSale(35_000, 1);
        var request = request(ids.next(20), cartOf(1, sku), CARD, 35_000);
        payments.silent = true;
        assertThat(await(preparing.prepare(request))).isInstanceOf(PaymentUnavailable.class);
        assertThat(levels(sku).getFirst().held()).isEqualTo(1);

        payments.silent = false;

        assertThat(prepared(await(preparing.prepare(request))).preparation().redirectUrl())
                .isNotNull();
        assertThat(levels(sku).getFirst().held()).isEqualTo(1);
    }

    @Test
    void cancelsUntilItIsPackedAndHandsOverWhatIsPacked() {
        var sku = onSale(35_000, 5);
        var cancelled = prepared(prepare(cartOf(1, sku), COD, 35_000));
        var kept = prepared(prepare(cartOf(2, sku), COD, 70_000));

        assertThat(await(cancelling.cancel(cancelled.id(), "BUYER"))).isInstanceOf(OrderOutcome.Moved.class);
        assertThat(await(fulfilling.handOver(kept.id())))
                .asInstanceOf(type(OrderOutcome.MoveRefused.class))
                .satisfies(refused -> assertThat(refused.allowed()).containsExactlyInAnyOrder("PACKED", "CANCELLED"));
        assertThat(await(fulfilling.pack(kept.id()))).isInstanceOf(OrderOutcome.Moved.class);
        assertThat(await(cancelling.cancel(kept.id(), "BUYER"))).isInstanceOf(OrderOutcome.MoveRefused.class);
        assertThat(await(fulfilling.handOver(kept.id()))).isInstanceOf(OrderOutcome.Moved.class);
        assertThat(await(fulfilling.deliver(kept.id()))).isInstanceOf(OrderOutcome.Moved.class);

        assertThat(find(kept).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(find(kept).payment()).isEqualTo(PaymentState.PAID);
        assertThat(find(kept).fulfillment()).isEqualTo(FulfillmentState.DELIVERED);
        assertThat(levels(sku)).singleElement().satisfies(level -> {
            assertThat(level.onHand()).isEqualTo(3);
            assertThat(level.allocated()).isZero();
            assertThat(level.available()).isEqualTo(3);
        });
        assertStockAndLedgerAgree();
    }

    private Order prepared(PreparationOutcome outcome) {
        assertThat(outcome).isInstanceOf(Prepared.class);
        return ((Prepared) outcome).order();
    }

    private Order find(Order order) {
        return await(orders.find(order.id()));
    }

    private static List<LineProblem> problems(PreparationOutcome outcome) {
        assertThat(outcome).isInstanceOf(Changed.class);
        return ((Changed) outcome)
                .lines().stream()
                        .map(JudgedLine::problems)
                        .flatMap(List::stream)
                        .toList();
    }
}
