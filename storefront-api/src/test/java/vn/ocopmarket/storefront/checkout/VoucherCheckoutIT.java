package vn.ocopmarket.storefront.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Changed;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.StockGone;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.VoucherRefused;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Destination;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Person;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.commerce.FakeProducts.Spec;
import vn.ocopmarket.storefront.fulfillment.FulfillingOrder;
import vn.ocopmarket.storefront.fulfillment.ReaddressingOrder;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.orderend.CancellingOrder;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.payment.PaymentRequest;
import vn.ocopmarket.storefront.promotion.KeepingVouchers;
import vn.ocopmarket.storefront.promotion.KeepingVouchers.Step;
import vn.ocopmarket.storefront.promotion.KeptVoucher;
import vn.ocopmarket.storefront.promotion.KeptVoucher.Deed;
import vn.ocopmarket.storefront.promotion.ProvingVouchers;
import vn.ocopmarket.storefront.promotion.Redemptions;
import vn.ocopmarket.storefront.promotion.Redemptions.Claim;
import vn.ocopmarket.storefront.promotion.SettlingRedemptions;
import vn.ocopmarket.storefront.promotion.VoucherOutcome;
import vn.ocopmarket.storefront.promotion.Vouchers;
import vn.ocopmarket.storefront.promotion.domain.Voucher;
import vn.ocopmarket.storefront.promotion.domain.Voucher.State;
import vn.ocopmarket.storefront.promotion.domain.VoucherDraft;
import vn.ocopmarket.storefront.promotion.domain.Worth;

/** Vouchers from the checkout to the end of the order: used once, never too often, given back when the order comes to nothing. */
class VoucherCheckoutIT extends CommerceIT {

    private static final PaymentMethod COD = PaymentMethod.CASH_ON_DELIVERY;
    private static final PaymentMethod CARD = PaymentMethod.CARD;
    private static final int STEPS_AT_LEAST = 6;
    private static final int MORE_STEPS_THAN_THERE_ARE = 60;

    @Autowired
    KeepingVouchers keeping;

    @Autowired
    SettlingRedemptions settling;

    @Autowired
    ProvingVouchers proving;

    @Autowired
    Redemptions redemptions;

    @Autowired
    Vouchers vouchers;

    @Autowired
    ReaddressingOrder readdressing;

    @Autowired
    CancellingOrder cancelling;

    @Autowired
    FulfillingOrder fulfilling;

    @Autowired
    CheckoutWorker worker;

    private int buyers = 10_000;

    @Test
    void letsTenOfTwoHundredBuyersUseAVoucherOfTenUses() {
        var code = voucher(10L, 1);
        var sku = onSale(100_000, 500);
        var carts = IntStream.range(0, 200).mapToObj(_ -> cartOf(1, sku)).toList();

        var outcomes = await(Flux.fromIterable(carts)
                .flatMap(cart -> preparing.prepare(request(cart, COD, 90_000, phone(), code)), 200)
                .collectList());

        assertThat(outcomes.stream().filter(Prepared.class::isInstance)).hasSize(10);
        assertThat(outcomes.stream().filter(VoucherRefused.class::isInstance)).hasSize(190);
        assertThat(used(code)).isEqualTo(10);
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(10);
        settleLater();
        assertThat(kept(code).waiting()).isZero();
        assertThat(used(code)).isEqualTo(10);
        assertThat(await(keeping.uses(code))).hasSize(10);
        allAddsUp();
    }

    @Test
    void takesOneUseForManyRequestsUnderOneKey() {
        var code = voucher(1L, 1);
        var request = request(cartOf(1, onSale(100_000, 5)), COD, 90_000, phone(), code);

        var together = await(
                Flux.range(0, 8).flatMap(_ -> preparing.prepare(request), 8).collectList());
        settleLater();
        var later = await(preparing.prepare(request));

        assertThat(together).allMatch(Prepared.class::isInstance);
        assertThat(later).isInstanceOf(Prepared.class);
        assertThat(used(code)).isEqualTo(1);
        allAddsUp();
    }

    @Test
    void countsBuyersByTheirTelephoneHoweverItIsWritten() {
        var code = voucher(null, 2);
        var sku = onSale(100_000, 10);

        var _ = prepared(request(cartOf(1, sku), COD, 90_000, "0912 345 001", code));
        var _ = prepared(request(
                cartOf(1, sku),
                COD,
                90_000,
                "+84912345001",
                " te-st " + code.substring(4).toLowerCase(Locale.ROOT)));
        var third = await(preparing.prepare(request(cartOf(1, sku), COD, 90_000, "(091) 234-5001", code)));
        var another = await(preparing.prepare(request(cartOf(1, sku), COD, 90_000, "0912345002", code)));

        assertThat(why(third)).isEqualTo("USED_BY_YOU");
        assertThat(another).isInstanceOf(Prepared.class);
        assertThat(used(code)).isEqualTo(3);
    }

    @Test
    void letsOneBuyerNotUseMoreInARace() {
        var code = voucher(null, 3);
        var sku = onSale(100_000, 100);
        var phone = phone();
        var carts = IntStream.range(0, 40).mapToObj(_ -> cartOf(1, sku)).toList();

        var outcomes = await(Flux.fromIterable(carts)
                .flatMap(cart -> preparing.prepare(request(cart, COD, 90_000, phone, code)), 40)
                .collectList());

        assertThat(outcomes.stream().filter(Prepared.class::isInstance)).hasSize(3);
        assertThat(used(code)).isEqualTo(3);
        allAddsUp();
    }

    @Test
    void writesDownWhatEachVoucherTookOffEachLine() {
        var tenth = voucher(null, null);
        var amount = make(new Worth.Fixed(Money.dong(10_000)), null, null, Set.of());
        var first = onSale(100_000, 9);
        var second = onSale(50_000, 9);
        var spirits = ids.next(8);
        products.sell(
                Spec.of(spirits, 300_000, LocalDate.now(clock).plusYears(1)).alcohol());
        receive(WAREHOUSE, spirits, 9);
        var cart = cartOf(1, first, second, spirits);

        var request = new PreparationRequest(
                ids.next(20),
                cart,
                new Person("Nguyễn Thị Thử", phone(), null),
                new Destination.To("01", "00004", "12 phố Thử"),
                CARD,
                Money.dong(425_000),
                List.of("age-18"),
                List.of(tenth, amount),
                Locale.of("vi"));
        var order = ((Prepared) await(preparing.prepare(request))).order();
        var stored = await(orders.find(order.id()));

        assertThat(stored.totals()).isEqualTo(order.totals());
        assertThat(stored.totals().goods()).isEqualTo(Money.dong(450_000));
        assertThat(stored.totals().discount()).isEqualTo(Money.dong(25_000));
        assertThat(stored.totals().total())
                .isEqualTo(Money.dong(425_000).plus(stored.totals().shipping()));
        assertThat(stored.lines()).isEqualTo(order.lines());
        assertThat(stored.lines())
                .extracting(line -> line.discount().amount().amount())
                .containsExactly(16_667L, 8_333L, 0L);
        assertThat(stored.lines().getFirst().total()).isEqualTo(Money.dong(83_333));
        assertThat(stored.lines().getFirst().tax().amount()).isEqualTo(Money.dong(6_173));
    }

    @Test
    void refusesATotalWithoutTheVoucherAndSaysTheRightOne() {
        var code = voucher(null, null);

        var outcome = await(preparing.prepare(request(cartOf(1, onSale(100_000, 5)), COD, 100_000, phone(), code)));

        assertThat(outcome).isInstanceOf(Changed.class);
        assertThat(((Changed) outcome).goods()).isEqualTo(Money.dong(90_000));
        assertThat(used(code)).isZero();
    }

    @Test
    void takesNothingWhenOneOfTwoIsRefused() {
        var free = voucher(null, 1);
        var mine = voucher(null, 1);
        var sku = onSale(100_000, 9);
        var phone = phone();
        var _ = prepared(request(cartOf(1, sku), COD, 90_000, phone, mine));

        var both = request(cartOf(1, sku), COD, 80_000, phone, free, mine);
        var outcome = await(preparing.prepare(both));

        assertThat(why(outcome)).isEqualTo("USED_BY_YOU");
        assertThat(await(preparing.prepare(both)))
                .isEqualTo(new VoucherRefused(((VoucherRefused) outcome).why(), true));
        assertThat(used(free)).isZero();
        assertThat(await(preparing.prepare(request(cartOf(1, sku), COD, 90_000, phone, free))))
                .isInstanceOf(Prepared.class);
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(2);
    }

    @Test
    void givesTheUseBackWhenTheStockIsGone() {
        var code = voucher(1L, 1);
        var sku = onSale(100_000, 1);
        var carts = List.of(cartOf(1, sku), cartOf(1, sku));
        var outcomes = await(Flux.fromIterable(carts)
                .flatMap(cart -> preparing.prepare(request(cart, COD, 100_000, phone())), 2)
                .collectList());
        assertThat(outcomes.stream().filter(Prepared.class::isInstance)).hasSize(1);
        receive(WAREHOUSE, sku, 1);
        var late = cartOf(1, sku);
        var request = request(late, COD, 90_000, phone(), code);
        var thief = cartOf(1, sku);

        // Whoever of the two is quicker has the last one; the use is there for the next in any case.
        var both =
                await(Flux.merge(preparing.prepare(request), preparing.prepare(request(thief, COD, 100_000, phone())))
                        .collectList());

        var withVoucher = both.stream()
                .filter(outcome -> outcome instanceof Prepared prepared
                        && !prepared.order().totals().vouchers().isEmpty())
                .count();
        assertThat(both).anyMatch(Prepared.class::isInstance);
        assertThat(both).anyMatch(outcome -> outcome instanceof StockGone || outcome instanceof Changed);
        assertThat(used(code)).isEqualTo(withVoucher);
        allAddsUp();
    }

    @Test
    void givesTheUseBackWhenNobodyPays() {
        var code = voucher(1L, 1);
        var phone = phone();
        var sku = onSale(100_000, 5);
        var _ = prepared(request(cartOf(1, sku), CARD, 90_000, phone, code));
        assertThat(used(code)).isEqualTo(1);
        assertThat(why(await(preparing.prepare(request(cartOf(1, sku), CARD, 90_000, phone(), code)))))
                .isEqualTo("USED_UP");

        clock.move(Duration.ofMinutes(16));
        assertThat(worker.look().block(PATIENCE)).isNotNull();

        assertThat(used(code)).isZero();
        assertThat(await(preparing.prepare(request(cartOf(1, sku), CARD, 90_000, phone, code))))
                .isInstanceOf(Prepared.class);
        allAddsUp();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesTheUseBackWhenTheOrderIsCancelledBeforeItLeft(boolean recorded) {
        var code = voucher(1L, 1);
        var phone = phone();
        var sku = onSale(100_000, 5);
        var order = prepared(request(cartOf(1, sku), COD, 90_000, phone, code));
        if (recorded) {
            settleLater();
        }

        for (int i = 0; i < 3; i++) {
            var _ = await(cancelling.cancel(order.id(), "BUYER"));
            clock.move(Duration.ofMinutes(2));
            assertThat(worker.look().block(PATIENCE)).isNotNull();
            settleLater();
        }

        assertThat(used(code)).isZero();
        assertThat(await(preparing.prepare(request(cartOf(1, sku), COD, 90_000, phone, code))))
                .isInstanceOf(Prepared.class);
        assertThat(used(code)).isEqualTo(1);
        allAddsUp();
    }

    /** Whoever tidies up read the claim before the order came back to it. */
    @Test
    void leavesTheUseToAnOrderThatCameBackToIt() {
        var code = voucher(1L, null);
        var voucher = kept(code).voucher();
        var today = LocalDate.now(clock);
        var claim = new Claim("claim1", "order-" + code, Money.dong(1), clock.instant());
        assertThat(await(redemptions.claim(voucher, claim, today))).isTrue();
        clock.move(Duration.ofMinutes(2));
        var seen = await(redemptions
                .openBefore(clock.instant())
                .filter(open -> open.code().equals(code))
                .next());

        assertThat(await(redemptions.claim(voucher, claim, today))).isFalse();
        assertThat(await(redemptions.renew(code, claim.orderId(), clock.instant())))
                .isTrue();
        assertThat(await(redemptions.giveBackUnchanged(seen))).isFalse();
        assertThat(used(code)).isEqualTo(1);

        settleLater();
        assertThat(used(code)).as("nobody knows the order").isZero();
        assertThat(await(redemptions.giveBackUnchanged(seen))).isFalse();
        assertThat(await(redemptions.giveBack(code, claim.id()))).isFalse();
        assertThat(used(code)).as("given back once").isZero();
    }

    /** Whoever gives back late or again does so after any number of others. */
    @Test
    void givesEachUseBackOnceHoweverManyWereGivenBackSince() {
        var code = voucher(1_000L, null);
        var sku = onSale(100_000, 20);
        var waiting = prepared(request(cartOf(1, sku), CARD, 90_000, phone(), code));
        var stale = prepared(request(cartOf(1, sku), COD, 90_000, phone(), code));
        var crashed = prepared(request(cartOf(1, sku), COD, 90_000, phone(), code));
        settleLater();
        assertThat(used(code)).isEqualTo(3);
        var open = await(redemptions.of(code, waiting.id()).single());
        var recorded = await(redemptions.of(code, stale.id()).single());
        var half = await(redemptions.of(code, crashed.id()).single());

        // One is given back as a whole, by somebody else; of one the last step is missing.
        var _ = await(cancelling.cancel(waiting.id(), "BUYER"));
        var _ = await(cancelling.cancel(stale.id(), "BUYER"));
        assertThat(await(redemptions.announce(code, half.id(), "crashed"))).isTrue();
        assertThat(await(redemptions.decide(code, crashed.id(), half.id(), "crashed")))
                .isEqualTo("crashed");
        redemptions.uncount(code, half.id(), "crashed").block(PATIENCE);
        assertThat(used(code)).isZero();
        for (int i = 0; i < 550; i++) {
            var claim = new Claim("c" + i, "o" + i, Money.dong(1), clock.instant());
            assertThat(await(redemptions.claim(kept(code).voucher(), claim, LocalDate.now(clock))))
                    .isTrue();
            assertThat(await(redemptions.giveBack(code, claim.id()))).isTrue();
        }
        var other = prepared(request(cartOf(1, sku), CARD, 90_000, phone(), code));

        assertThat(await(redemptions.giveBack(code, open.id()))).isFalse();
        assertThat(await(redemptions.announce(code, recorded.id(), "late"))).isTrue();
        var decided = await(redemptions.decide(code, stale.id(), recorded.id(), "late"));
        assertThat(decided).isNotEqualTo("late");
        redemptions.uncount(code, recorded.id(), decided).block(PATIENCE);
        var _ = await(cancelling.cancel(crashed.id(), "BUYER"));

        assertThat(used(code)).as("that of the other order").isEqualTo(1);
        assertThat(await(redemptions.of(code, crashed.id()).hasElements())).isFalse();
        assertThat(await(orders.find(other.id())).state()).isEqualTo(OrderState.PLACED);
        allAddsUp();
    }

    @Test
    void recordsBeforeItGivesBackWhatSomebodyBeganToRecord() {
        var code = voucher(5L, null);
        var order = prepared(request(cartOf(1, onSale(100_000, 5)), COD, 90_000, phone(), code));
        var claim = await(redemptions.of(code, order.id()).single());
        assertThat(await(redemptions.beginRecording(code, claim.id()))).isTrue();
        assertThat(await(redemptions.giveBack(code, claim.id()))).isFalse();

        var _ = await(cancelling.cancel(order.id(), "BUYER"));

        assertThat(used(code)).isZero();
        assertThat(await(redemptions.beginRecording(code, claim.id()))).isFalse();
        assertThat(await(keeping.uses(code)))
                .singleElement()
                .satisfies(use -> assertThat(use.givenBack()).isTrue());
        allAddsUp();
    }

    @Test
    void keepsTheUseOfWhoRefusesTheGoodsAtTheDoor() {
        var code = voucher(1L, 1);
        var order = prepared(request(cartOf(1, onSale(100_000, 5)), COD, 90_000, phone(), code));
        settleLater();
        var _ = await(fulfilling.pack(order.id()));
        var _ = await(fulfilling.handOver(order.id()));
        var _ = await(fulfilling.refuseAtDoor(order.id()));
        clock.move(Duration.ofMinutes(2));
        assertThat(worker.look().block(PATIENCE)).isNotNull();
        settleLater();

        assertThat(used(code)).isEqualTo(1);
        allAddsUp();
    }

    @Test
    void usesTheVoucherAgainForMoneyThatCameLateWhileThereIsAUse() {
        var code = voucher(1L, 1);
        var sku = onSale(100_000, 5);
        var late = expired(request(cartOf(1, sku), CARD, 90_000, phone(), code));
        var _ = await(keeping.move(new Step(code, 1, "clerk"), State.ENDED));

        finalizing.paid(late.id(), payments.pay(late.id())).block(PATIENCE);

        assertThat(await(orders.find(late.id())).state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(used(code)).isEqualTo(1);
        allAddsUp();
    }

    @Test
    void givesMoneyBackThatCameLateWhenTheVoucherIsUsedUp() {
        var code = voucher(1L, 1);
        var sku = onSale(100_000, 5);
        var late = expired(request(cartOf(1, sku), CARD, 90_000, phone(), code));
        var _ = prepared(request(cartOf(1, sku), COD, 90_000, phone(), code));

        finalizing.paid(late.id(), payments.pay(late.id())).block(PATIENCE);

        var order = await(orders.find(late.id()));
        assertThat(order.state()).isEqualTo(OrderState.EXPIRED);
        assertThat(order.payment()).isIn(PaymentState.REFUND_PENDING, PaymentState.REFUNDED);
        assertThat(payments.refunds).isNotEmpty();
        assertThat(used(code)).isEqualTo(1);
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(1);
        allAddsUp();
    }

    @Test
    void keepsThePromiseToABuyerWhoseTelephoneIsCorrectedWhilePaying() {
        var code = voucher(10L, 1);
        var sku = onSale(100_000, 5);
        var other = prepared(request(cartOf(1, sku), COD, 90_000, phone(), code))
                .contact()
                .phone();
        var order = prepared(request(cartOf(1, sku), CARD, 90_000, phone(), code));
        assertThat(await(readdressing.readdress(order.id(), "Trần Văn Khác", other, null)))
                .isInstanceOf(OrderOutcome.Moved.class);

        finalizing.paid(order.id(), payments.pay(order.id())).block(PATIENCE);

        assertThat(await(orders.find(order.id())).state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(used(code)).isEqualTo(2);
        allAddsUp();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesTheBuyersPlaceBackWhereverGivingUpDied(boolean afterEffect) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var code = voucher(10L, 1);
            var sku = onSale(100_000, 3);
            var phone = phone();
            var order = prepared(request(cartOf(1, sku), CARD, 90_000, phone, code));
            var ended = OrderChange.from(OrderState.PLACED)
                    .to(OrderState.CANCELLED)
                    .payment(Set.of(PaymentState.AWAITING), PaymentState.ENDED)
                    .settled();
            var _ = await(orders.change(order.id(), ended));
            clock.move(Duration.ofMinutes(2));
            crashes.dieAt(step, afterEffect);
            tryTo(settling.settle());
            var died = crashes.restart();
            settleLater();

            assertThat(used(code)).as("step %d", step).isZero();
            var _ = prepared(request(cartOf(1, sku), COD, 90_000, phone, code));
            if (!died) {
                assertThat(step).isGreaterThan(2);
                break;
            }
        }
    }

    @Test
    void readsNoClaimsForQuotesAndKeepsTheLastDeeds() {
        var code = voucher(10L, 1);
        var _ = prepared(request(cartOf(1, onSale(100_000, 3)), COD, 90_000, phone(), code));
        assertThat(kept(code).waiting()).isEqualTo(1);
        assertThat(await(vouchers.withCodes(List.of(code)).single())).satisfies(one -> {
            assertThat(one.waiting()).isZero();
            assertThat(one.voucher()).isEqualTo(kept(code).voucher());
        });

        for (long revision = 1; revision <= 205; revision++) {
            var state = revision % 2 == 1 ? State.STOPPED : State.RUNNING;
            var _ = await(vouchers.change(code, revision, new Deed(state, "clerk-" + revision, clock.instant())));
        }

        assertThat(kept(code).deeds())
                .hasSize(200)
                .extracting(Deed::by)
                .startsWith("clerk-6")
                .endsWith("clerk-205");
    }

    @Test
    void takesTheTotalOfThePageOnlyWithItsFee() {
        var code = voucher(10L, 1);
        var sku = onSale(100_000, 5);
        var goodsOnly = pageRequest(cartOf(1, sku), 90_000, code);
        var refused = await(preparing.prepare(goodsOnly));
        assertThat(refused).isInstanceOf(Changed.class);
        var total = ((Changed) refused).total();
        assertThat(total.amount()).isGreaterThan(90_000);

        var order = prepared(pageRequest(cartOf(1, sku), total.amount(), code));

        assertThat(order.total()).isEqualTo(total);
        allAddsUp();
    }

    private PreparationRequest pageRequest(String cart, long shown, String code) {
        var one = request(cart, COD, shown, phone(), code);
        return new PreparationRequest(
                one.key(),
                one.cartId(),
                one.contact(),
                one.delivery(),
                one.method(),
                one.expectedTotal(),
                false,
                one.confirmations(),
                one.vouchers(),
                one.locale());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takesOneUseWhereverTheCheckoutDied(boolean afterEffect) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var code = voucher(1L, 1);
            var request = request(cartOf(1, onSale(100_000, 3)), COD, 90_000, phone(), code);
            crashes.dieAt(step, afterEffect);
            tryTo(preparing.prepare(request));
            var died = crashes.restart();

            assertThat(await(preparing.prepare(request))).as("step %d", step).isInstanceOf(Prepared.class);

            assertThat(used(code)).as("step %d", step).isEqualTo(1);
            settleLater();
            assertThat(used(code)).as("step %d", step).isEqualTo(1);
            if (!died) {
                assertThat(step).isGreaterThan(STEPS_AT_LEAST);
                break;
            }
        }
        allAddsUp();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesNoUseBehindWhenNobodyComesBack(boolean afterEffect) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var code = voucher(1L, 1);
            var sku = onSale(100_000, 3);
            var phone = phone();
            var request = request(cartOf(1, sku), COD, 90_000, phone, code);
            crashes.dieAt(step, afterEffect);
            tryTo(preparing.prepare(request));
            if (!crashes.restart()) {
                assertThat(step).isGreaterThan(STEPS_AT_LEAST);
                break;
            }
            lookTwice();

            var order = orders.find(request.orderId()).block(PATIENCE);
            var confirmed = order != null && order.state() == OrderState.CONFIRMED;
            assertThat(used(code)).as("step %d", step).isEqualTo(confirmed ? 1 : 0);
            var next = await(preparing.prepare(request(cartOf(1, sku), COD, 90_000, phone, code)));
            assertThat(next instanceof Prepared).as("step %d", step).isEqualTo(!confirmed);
        }
        allAddsUp();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void countsRightWhereverSettlingOrCancellingDied(boolean afterEffect) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var code = voucher(1L, 1);
            var order = prepared(request(cartOf(1, onSale(100_000, 3)), COD, 90_000, phone(), code));
            clock.move(Duration.ofMinutes(2));
            crashes.dieAt(step, afterEffect);
            tryTo(settling.settle());
            var settlingDied = crashes.restart();
            settleLater();
            assertThat(used(code)).as("step %d", step).isEqualTo(1);
            assertThat(kept(code).waiting()).as("step %d", step).isZero();

            crashes.dieAt(step, afterEffect);
            tryTo(cancelling.cancel(order.id(), "BUYER"));
            var cancellingDied = crashes.restart();
            var _ = await(cancelling.cancel(order.id(), "BUYER"));
            lookTwice();

            assertThat(used(code)).as("step %d", step).isZero();
            if (!settlingDied && !cancellingDied) {
                assertThat(step).isGreaterThan(2);
                break;
            }
        }
        allAddsUp();
    }

    private void lookTwice() {
        for (int i = 0; i < 2; i++) {
            clock.move(Duration.ofMinutes(2));
            assertThat(worker.look().block(PATIENCE)).isNotNull();
            assertThat(settling.settle().block(PATIENCE)).isNotNull();
        }
    }

    private void settleLater() {
        clock.move(Duration.ofSeconds(61));
        assertThat(settling.settle().block(PATIENCE)).isNotNull();
    }

    private void allAddsUp() {
        var proof = await(proving.prove());
        assertThat(proof.discrepancies()).isEmpty();
        assertThat(proof.unsure()).isEmpty();
        assertThat(proof.vouchers()).isPositive();
        assertStockAndLedgerAgree();
    }

    private Order expired(PreparationRequest request) {
        var order = prepared(request);
        clock.move(Duration.ofMinutes(16));
        assertThat(worker.look().block(PATIENCE)).isNotNull();
        assertThat(await(orders.find(order.id())).state()).isEqualTo(OrderState.EXPIRED);
        // Late money waits until nobody frees anything of it any more.
        clock.move(Duration.ofMinutes(2));
        assertThat(worker.look().block(PATIENCE)).isNotNull();
        // The provider has the money all the same.
        payments.open.put(order.id(), paymentOf(order));
        return order;
    }

    private static PaymentRequest paymentOf(Order order) {
        return new PaymentRequest(
                order.id(),
                order.number(),
                order.total(),
                order.method(),
                null,
                "s",
                "c",
                order.createdAt(),
                Locale.ROOT);
    }

    private Order prepared(PreparationRequest request) {
        var outcome = await(preparing.prepare(request));
        assertThat(outcome).isInstanceOf(Prepared.class);
        return ((Prepared) outcome).order();
    }

    private static String why(PreparationOutcome outcome) {
        assertThat(outcome).isInstanceOf(VoucherRefused.class);
        return ((VoucherRefused) outcome).why().why();
    }

    private PreparationRequest request(
            String cart, PaymentMethod method, long expected, String phone, String... vouchers) {
        return new PreparationRequest(
                ids.next(20),
                cart,
                new Person("Nguyễn Thị Thử", phone, null),
                new Destination.To("01", "00004", "12 phố Thử"),
                method,
                Money.dong(expected),
                List.of(),
                List.of(vouchers),
                Locale.of("vi"));
    }

    private String phone() {
        return "09876" + buyers++;
    }

    private long used(String code) {
        return kept(code).voucher().used();
    }

    private KeptVoucher kept(String code) {
        return await(keeping.find(code));
    }

    /** Ten per cent. */
    private String voucher(@Nullable Long total, @Nullable Integer perBuyer) {
        return make(new Worth.Percent(1_000, Money.dong(100_000)), total, perBuyer, Set.of());
    }

    private String make(Worth worth, @Nullable Long total, @Nullable Integer perBuyer, Set<String> groups) {
        var today = LocalDate.now(clock);
        var draft = new VoucherDraft(
                "TEST" + ids.next(8).toUpperCase(Locale.ROOT),
                new Voucher.Names("Mã thử", "A trial"),
                worth,
                new Voucher.Limits(total, perBuyer, today, today.plusDays(30), Money.ZERO),
                new Voucher.Scope(groups, Set.of(), Set.of()),
                false);
        var made = await(keeping.make(draft, "admin@sample.test"));
        assertThat(made).isInstanceOf(VoucherOutcome.Done.class);
        return draft.code();
    }

    private static void tryTo(Mono<?> work) {
        work.then().onErrorComplete().block(PATIENCE);
    }
}
