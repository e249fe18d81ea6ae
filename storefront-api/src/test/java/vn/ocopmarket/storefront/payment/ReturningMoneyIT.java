package vn.ocopmarket.storefront.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.payment.CardShop.PRICE;
import static vn.ocopmarket.storefront.payment.CardShop.await;
import static vn.ocopmarket.storefront.payment.CardShop.get;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.ReturningMoney.Granted;
import vn.ocopmarket.storefront.payment.ReturningMoney.Item;
import vn.ocopmarket.storefront.payment.ReturningMoney.ToSend;
import vn.ocopmarket.storefront.payment.ReturningMoney.Wish;
import vn.ocopmarket.storefront.payment.TakingPayment.Rest;
import vn.ocopmarket.storefront.payment.domain.Refund;

/** Money back for parts of orders, against the real simulator and by hand. */
class ReturningMoneyIT {

    private static final List<Item> BOUGHT =
            List.of(new Item("S", 3, Money.dong(100_000)), new Item("T", 1, Money.dong(150_000)));
    private static final int LAST_TRIED = 20;

    @TempDir
    Path folder;

    private CardShop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new CardShop(folder);
        shop.pays(shop.start("o1"));
        await(() -> shop.order.told.contains("paid o1 250000"));
        await(() -> shop.payment("o1").isSettled());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void givesOneOfTwoClerksWhoPressAtOnceTheMoney() {
        var granted = get(Flux.range(0, 16)
                .flatMap(clerk -> returning().grant(wish("r" + clerk, 1, Money.ZERO)), 16)
                .collectList());

        assertThat(granted.stream().filter(Granted.Reserved.class::isInstance)).hasSize(1);
        assertThat(granted.stream().filter(Granted.Stale.class::isInstance)).hasSize(15);
        await(() -> shop.order.told.stream().anyMatch(word -> word.startsWith("refunded")));
        assertThat(refunded()).containsExactly(33_334L);
    }

    @Test
    void isTheSameRefundHoweverOftenItIsAsked() {
        var granted = get(Flux.range(0, 16)
                .flatMap(_ -> returning().grant(wish("r", 2, Money.ZERO)), 16)
                .collectList());

        assertThat(granted).hasOnlyElementsOfType(Granted.Reserved.class);
        await(() -> shop.order.told.contains("refunded o1 r 66667"));
        assertThat(refunded()).containsExactly(66_667L);
    }

    @Test
    void givesPartsBackUntilNothingIsLeft() {
        assertThat(get(returning().grant(wish("r1", 2, Money.ZERO)))).isInstanceOf(Granted.Reserved.class);
        assertThat(get(returning().grant(wish("r2", 2, Money.dong(66_667))))).isEqualTo(new Granted.TooMuch("S", 1));
        assertThat(get(returning().grant(wish("r3", 1, Money.dong(66_667))))).isInstanceOf(Granted.Reserved.class);
        assertThat(get(shop.taking().refundRest("o1", "o1:cancelled", "cancelled")))
                .isEqualTo(Rest.GOING_BACK);
        await(() -> shop.order.told.contains("refunded o1 o1:cancelled 150000"));

        assertThat(refunded().stream().mapToLong(Long::longValue).sum()).isEqualTo(PRICE);
        assertThat(get(shop.taking().refundRest("o1", "o1:again", "cancelled"))).isEqualTo(Rest.NOTHING_LEFT);
        assertThat(get(shop.bean(ReconcilingPayments.class).reconcile(Duration.ofHours(1)))
                        .unknown())
                .isEmpty();
    }

    @Test
    void listsCashForSomebodyToSend() {
        assertThat(get(returning().grant(cash("r")))).isEqualTo(new Granted.NotPaid());
        CardShop.finish(returning().collected("o2", "N2", Money.dong(PRICE)));
        CardShop.finish(returning().collected("o2", "N2", Money.dong(1)));

        assertThat(get(returning().grant(cash("r")))).isInstanceOf(Granted.Reserved.class);
        assertThat(get(returning().toSend(10).collectList()))
                .singleElement()
                .extracting(ToSend::amount)
                .isEqualTo(Money.dong(33_334));
        var clerks = get(Flux.range(0, 4)
                .flatMap(clerk -> returning().sent("o2", "r", "FT" + clerk, "clerk" + clerk), 4)
                .collectList());

        assertThat(clerks)
                .allSatisfy(returns ->
                        assertThat(returns.returns().getFirst().state()).isEqualTo("SUCCEEDED"));
        assertThat(clerks.stream().map(returns -> returns.returns().getFirst().number()))
                .doesNotContainNull();
        assertThat(get(returning().toSend(10).collectList())).isEmpty();
        await(() -> shop.order.told.contains("refunded o2 r 33334"));
    }

    /** Somebody gave it back at the provider already, say; people find out and write down what they did. */
    @Test
    void listsWhatTheProviderRefusesForSomebodyToSend() {
        var source = shop.payment("o1").receipts().getFirst().source();
        var trail = new Refund.Trail(null, false, null, null);
        var outside = new Refund("outside", source, Money.dong(PRICE), "", Refund.State.RESERVED, trail, List.of());
        assertThat(get(shop.bean(CardProvider.class).refund("o1", outside))).isNotNull();

        assertThat(get(returning().grant(wish("r", 1, Money.ZERO)))).isInstanceOf(Granted.Reserved.class);
        await(() -> !get(returning().toSend(10).collectList()).isEmpty());
        assertThat(get(returning().sent("o1", "r", "FT1", "clerk")).returns())
                .singleElement()
                .satisfies(back -> assertThat(back.state()).isEqualTo("SUCCEEDED"));

        await(() -> shop.order.told.contains("refunded o1 r 33334"));
        assertThat(get(returning().toSend(10).collectList())).isEmpty();
        assertThat(get(returning().sent("o1", "r", "FT2", "other"))
                        .returns()
                        .getFirst()
                        .number())
                .isEqualTo("FT1");
        assertThat(shop.payment("o1").isSound()).isTrue();
    }

    static List<Integer> steps() {
        return IntStream.rangeClosed(1, LAST_TRIED).boxed().toList();
    }

    /** The process dies before or after each of its steps of a refund; the next one finishes it, once. */
    @ParameterizedTest
    @MethodSource("steps")
    void survivesDeathAtEveryStep(int point) {
        shop.kill();
        var steps = new Steps();
        steps.stopAt(point);
        shop.start(steps);
        CardShop.finish(steps.unlessStopped(returning().grant(wish("r", 1, Money.ZERO))));
        await(() -> steps.isStopped() || shop.order.told.contains("refunded o1 r 33334"));
        shop.kill();

        // What it was at is nobody's any more when the next one begins.
        shop.clock.move(Duration.ofSeconds(90));
        shop.start(new Steps());
        assertThat(get(returning().grant(wish("r", 1, Money.ZERO)))).isInstanceOf(Granted.Reserved.class);
        shop.clock.move(Duration.ofSeconds(90));
        await(() -> shop.order.told.contains("refunded o1 r 33334"));
        await(() -> shop.payment("o1").isSettled());

        assertThat(refunded()).containsExactly(33_334L);
        assertThat(shop.payment("o1").isSound()).isTrue();
    }

    private ReturningMoney returning() {
        return shop.bean(ReturningMoney.class);
    }

    private static Wish wish(String id, long units, Money before) {
        var wanted = List.of(new Item("S", units, Money.ZERO));
        return new Wish("o1", id, BOUGHT, wanted, before, "broken", "clerk");
    }

    private static Wish cash(String id) {
        return new Wish("o2", id, BOUGHT, List.of(new Item("S", 1, Money.ZERO)), Money.ZERO, "broken", "clerk");
    }

    private List<Long> refunded() {
        return get(shop.bean(CardProvider.class)
                .refunds(Duration.ofHours(1))
                .map(refund -> refund.amount().amount())
                .collectList());
    }
}
