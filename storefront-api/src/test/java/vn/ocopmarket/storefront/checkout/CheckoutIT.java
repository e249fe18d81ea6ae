package vn.ocopmarket.storefront.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.Occasion.Buyer;
import vn.ocopmarket.storefront.cart.CartLine;
import vn.ocopmarket.storefront.cart.CartOutcome;
import vn.ocopmarket.storefront.cart.Carts;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.cart.LineProblem;
import vn.ocopmarket.storefront.cart.ViewingCart;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.BuyerUnderAge;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.CashRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Changed;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.ConfirmationMissing;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.KeyReused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PaymentUnavailable;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Destination;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Person;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.commerce.FakeProducts.Spec;
import vn.ocopmarket.storefront.fulfillment.FulfillingOrder;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.orderend.CancellingOrder;
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
    Carts carts;

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

    /** One of them takes the unit, and the others must not be told that it is gone. */
    @Test
    void makesOneOrderOfTheLastUnitForManyRequestsUnderOneKey() {
        for (var round = 0; round < 25; round++) {
            var request = request(ids.next(20), cartOf(1, onSale(10_000, 1)), COD, 10_000);

            var together = await(
                    Flux.range(0, 8).flatMap(_ -> preparing.prepare(request), 8).collectList());

            assertThat(together).allMatch(Prepared.class::isInstance);
        }
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
        assertThat(prepareConfirming(cart, "under-18")).isInstanceOf(BuyerUnderAge.class);
        var order = prepared(prepareConfirming(cart, "age-18"));
        assertThat(find(order).needsAgeCheck()).isTrue();
        assertThat(find(order).lines().getFirst().marks().taxReason()).isEqualTo("SPECIAL_CONSUMPTION");
    }

    private PreparationOutcome prepareConfirming(String cart, String said) {
        var plain = request(ids.next(20), cart, CARD, 150_000);
        return await(preparing.prepare(new PreparationRequest(
                plain.key(),
                plain.cartId(),
                plain.contact(),
                plain.delivery(),
                plain.method(),
                plain.expectedTotal(),
                List.of(said),
                plain.locale())));
    }

    @Test
    void putsAlcoholIntoNoCartOfAMinorNorOfSomebodyWhoWasNotAsked() {
        var sku = ids.next(8);
        products.sell(Spec.of(sku, 150_000, LocalDate.now(clock).plusYears(1)).alcohol());
        receive(WAREHOUSE, sku, 5);
        var cart = await(filling.create()).id();

        assertThat(await(filling.put(cart, sku, 1, Buyer.UNKNOWN))).isInstanceOf(CartOutcome.AgeUnknown.class);
        assertThat(await(filling.put(cart, sku, 1, Buyer.UNDER_AGE)))
                .asInstanceOf(type(CartOutcome.NotPurchasable.class))
                .satisfies(refused -> assertThat(refused.line().problems()).contains(LineProblem.BUYER_UNDER_AGE));
        assertThat(await(viewing.view(cart)).lines()).isEmpty();
        assertThat(await(filling.put(cart, sku, 1, Buyer.ADULT))).isInstanceOf(CartOutcome.Changed.class);
    }

    @Test
    void takesNoMoreAtTheDoorAndNoMoreDrinksThanTheLimits() {
        var dear = onSale(11_000_000, 5);
        assertThat(prepare(cartOf(2, dear), COD, 22_000_000))
                .asInstanceOf(type(PreparationOutcome.AmountRefused.class))
                .satisfies(refused -> assertThat(refused.most().amount()).isEqualTo(20_000_000));
        assertThat(prepare(cartOf(1, dear), COD, 11_000_000)).isInstanceOf(Prepared.class);
        assertThat(prepare(cartOf(1, onSale(9_999, 5)), COD, 9_999))
                .isInstanceOf(PreparationOutcome.OrderOutOfLimits.class);
    }

    @Test
    void countsTheDrinksOfAllLinesTogether() {
        var rice = drink(Spec::alcohol);
        var wine = drink(Spec::alcohol);
        var cider = drink(spec -> new Spec(spec.sku(), spec.price(), spec.validUntil(), null, spec.taxClass(), 45));
        var cart = cartOf(16, rice, wine, cider);

        for (var over : List.of(rice, wine, cider)) {
            assertThat(await(filling.put(cart, over, 17)))
                    .asInstanceOf(type(CartOutcome.TooManyUnits.class))
                    .satisfies(
                            refused -> assertThat(refused.excess().quantity()).isEqualTo(49));
        }
        assertThat(await(filling.put(cart, onSale(10_000, 60), 50))).isInstanceOf(CartOutcome.Changed.class);
        assertThat(await(filling.put(cart, rice, 15))).isInstanceOf(CartOutcome.Changed.class);
        assertThat(await(filling.put(cart, wine, 17))).isInstanceOf(CartOutcome.Changed.class);

        var _ = await(carts.put(cart, new CartLine(cider, 17, Money.dong(150_000))));
        assertThat(prepareConfirming(cart, "age-18"))
                .as("two who filled it at once")
                .asInstanceOf(type(PreparationOutcome.QuantityOutOfLimits.class))
                .satisfies(refused -> {
                    assertThat(refused.excess().quantity()).isEqualTo(49);
                    assertThat(refused.excess().most()).isEqualTo(48);
                    assertThat(refused.excess().name()).contains(rice, wine, cider);
                });
        assertThat(levels(rice).getFirst().available()).isEqualTo(100);
    }

    /** Two carts that were merged hold more than one order may. */
    @Test
    void letsACartWithTooManyDrinksGetSmallerStepByStep() {
        var rice = drink(Spec::alcohol);
        var wine = drink(Spec::alcohol);
        var cart = cartOf(1, rice, wine);
        for (var sku : List.of(rice, wine)) {
            var _ = await(carts.put(cart, new CartLine(sku, 40, Money.dong(150_000))));
        }

        assertThat(await(filling.put(cart, rice, 20))).isInstanceOf(CartOutcome.Changed.class);
        assertThat(await(filling.put(cart, rice, 21))).isInstanceOf(CartOutcome.TooManyUnits.class);
        assertThat(await(filling.put(cart, wine, 28))).isInstanceOf(CartOutcome.Changed.class);
    }

    private String drink(UnaryOperator<Spec> kind) {
        var sku = ids.next(8);
        products.sell(kind.apply(Spec.of(sku, 150_000, LocalDate.now(clock).plusYears(1))));
        receive(WAREHOUSE, sku, 100);
        return sku;
    }

    @Test
    void chargesForWeightAndZoneAndKeepsThemWithTheOrder() {
        var sku = onSale(10_000, 50);

        var light = prepared(prepare(cartOf(1, sku), COD, 10_000));
        var heavy = prepared(prepare(cartOf(20, sku), COD, 200_000));

        assertThat(light.delivery())
                .asInstanceOf(type(Delivery.Ship.class))
                .extracting(Delivery.Ship::sending)
                .isEqualTo(new Delivery.Sending("market", "SAME_PROVINCE", 100 + 500 + 50 + 50));
        assertThat(find(light).delivery()).isEqualTo(light.delivery());
        assertThat(light.totals().shipping().amount()).isEqualTo(20_000);
        assertThat(heavy.totals().shipping().amount()).isEqualTo(40_000 + 3 * 4_000);
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
                .satisfies(refused -> assertThat(refused.allowed())
                        .containsExactlyInAnyOrder("PACKED", "PARTIALLY_PACKED", "CANCELLED"));
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

    @Test
    void takesNoNameOrStreetThatCannotBePrinted() {
        for (var sign : List.of("\u0001", "\n", "\uD800")) {
            var asked = request(ids.next(20), cartOf(1, onSale(10_000, 5)), COD, 10_000);
            var strange = new PreparationRequest(
                    asked.key(),
                    asked.cartId(),
                    new Person("Nguyễn" + sign + "Thử", asked.contact().phone(), null),
                    new Destination.To("01", "00004", "12 phố" + sign + "Thử"),
                    asked.method(),
                    asked.expectedTotal(),
                    List.of(),
                    asked.locale());

            assertThat(await(preparing.prepare(strange)))
                    .isInstanceOfSatisfying(
                            PreparationOutcome.FieldsRefused.class,
                            refused -> assertThat(refused.fields())
                                    .extracting(PreparationOutcome.FieldsRefused.Field::path)
                                    .containsExactly("contact.name", "delivery.address.street"));
        }
    }
}
