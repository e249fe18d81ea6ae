package vn.ocopmarket.storefront.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.payment.CardShop.PRICE;
import static vn.ocopmarket.storefront.payment.CardShop.await;
import static vn.ocopmarket.storefront.payment.CardShop.finish;
import static vn.ocopmarket.storefront.payment.CardShop.get;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.banktransfer.BankNotices;
import vn.ocopmarket.storefront.banktransfer.HandlingTransfers;
import vn.ocopmarket.storefront.banktransfer.HandlingTransfers.Handled;
import vn.ocopmarket.storefront.banktransfer.ReceivingNotices;
import vn.ocopmarket.storefront.banktransfer.ReceivingNotices.Receipt;
import vn.ocopmarket.storefront.banktransfer.ReconcilingTransfers;
import vn.ocopmarket.storefront.banktransfer.ReconcilingTransfers.Report;
import vn.ocopmarket.storefront.banktransfer.domain.BankNotice;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Booked;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState.Unmatched;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentEnd;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart.ToTransfer;
import vn.ocopmarket.storefront.payment.TakingPayment.Rest;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Kind;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Open;

/** Money on the bank account, against a real store; cards against the real simulator. */
class TransferPaymentIT {

    private static final String NUMBER = "OM7K2M9QX3A";
    private static final String TEXT = "MBVCB.327.OM7K2M9QX3A01.CT tu 0011";
    private static final String PAID = "paid o1 250000";

    /** Two for each call of a port from the notice to the order; some are tried after the last one too. */
    private static final int LAST_TRIED = 36;

    @TempDir
    Path folder;

    private CardShop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new CardShop(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void tellsTheOrderThatTheMoneyCame() {
        assertThat(start()).isEqualTo(new ToTransfer(NUMBER + "01"));
        assertThat(start()).isEqualTo(new ToTransfer(NUMBER + "01"));

        assertThat(come("n1", PRICE, TEXT)).isEqualTo(Receipt.KEPT);

        await(() -> shop.order.told.contains(PAID));
        await(() -> stateOf("n1") instanceof Booked);
        assertThat(stateOf("n1")).isEqualTo(new Booked("o1", null, "EXACT"));
        assertThat(balanced().kept()).isEqualTo(Money.dong(PRICE));
    }

    @Test
    void isOneReceiptHoweverOftenItIsTold() {
        begin();
        var receipts = get(Flux.range(0, 16)
                .flatMap(_ -> shop.bean(ReceivingNotices.class).receive(notice("n1", PRICE, TEXT)), 16)
                .collectList());

        assertThat(receipts).containsOnly(Receipt.KEPT, Receipt.REPEATED).containsOnlyOnce(Receipt.KEPT);
        assertThat(come("n1", PRICE + 1, TEXT)).isEqualTo(Receipt.CONTRADICTING);
        await(() -> shop.order.told.contains(PAID));
        assertThat(shop.payment("o1").receipts()).hasSize(1);
        assertThat(balanced().came()).isEqualTo(Money.dong(PRICE));
    }

    @Test
    void waitsForTheRestAndGivesBackWhatIsTooMuch() {
        begin();
        say("n1", 100_000, TEXT);
        await(() -> shop.order.told.contains("in part o1 150000"));
        assertThat(get(shop.bean(ReceivingTransfers.class).awaited("o1")).owed())
                .isEqualTo(Money.dong(150_000));

        say("n2", 200_000, TEXT);

        await(() -> shop.order.told.contains(PAID));
        await(() -> stateOf("n2") instanceof Booked);
        assertThat(balanced()).satisfies(report -> {
            assertThat(report.kept()).isEqualTo(Money.dong(PRICE));
            assertThat(report.toSend()).isEqualTo(Money.dong(50_000));
        });
    }

    @Test
    void bringsLateMoneyToTheOrderAndLeavesItTheWord() {
        begin();
        shop.clock.move(Duration.ofMinutes(16));
        await(() -> shop.order.told.contains("failed o1 expired"));

        say("n1", PRICE, TEXT);

        await(() -> shop.order.told.contains(PAID));
        await(() -> stateOf("n1") instanceof Booked(var _, var _, var fit) && fit.equals("LATE"));
        assertThat(get(shop.taking().refundRest("o1", "o1:cancelled", "late"))).isEqualTo(Rest.GOING_BACK);
        assertThat(balanced().toSend()).isEqualTo(Money.dong(PRICE));
    }

    @Test
    void keepsMoneyThatNobodyRecognisesForStaff() {
        begin();
        say("n1", PRICE, "tien hang");
        say("n2", 5_000, "tien com");
        await(() -> stateOf("n1") instanceof Unmatched && stateOf("n2") instanceof Unmatched);
        var handling = shop.bean(HandlingTransfers.class);
        assertThat(get(handling.unmatched(10).collectList())).hasSize(2);
        assertThat(balanced().unmatched()).isEqualTo(Money.dong(PRICE + 5_000));

        assertThat(get(handling.match("n1", "OM000000000", "clerk"))).isEqualTo(new Handled.NoSuchOrder());
        assertThat(get(handling.match("n1", NUMBER, "clerk"))).isInstanceOf(Handled.Done.class);
        assertThat(get(handling.returned("n1", "FT1", "other"))).isInstanceOf(Handled.NotOpen.class);
        assertThat(get(handling.returned("n2", "FT2", "clerk"))).isInstanceOf(Handled.Done.class);
        assertThat(get(handling.returned("n2", "FT2", "clerk"))).isInstanceOf(Handled.Done.class);
        assertThat(get(handling.match("n2", NUMBER, "clerk"))).isInstanceOf(Handled.NotOpen.class);

        await(() -> shop.order.told.contains(PAID));
        assertThat(balanced()).satisfies(report -> {
            assertThat(report.kept()).isEqualTo(Money.dong(PRICE));
            assertThat(report.returned()).isEqualTo(Money.dong(5_000));
        });
    }

    @Test
    void leavesMoneyOnAnotherAccountAlone() {
        begin();
        finish(shop.bean(ReceivingNotices.class)
                .receive(new BankNotice("n1", "1", Money.dong(PRICE), TEXT, Instant.EPOCH)));

        await(() -> stateOf("n1").equals(new Unmatched(NoticeState.Reason.OTHER_ACCOUNT)));
        assertThat(shop.order.told).isEmpty();
    }

    @Test
    void givesTheSecondOfTwoTransfersBack() {
        begin();
        finish(Flux.range(0, 4)
                .flatMap(i -> shop.bean(ReceivingNotices.class).receive(notice("n" + i, PRICE, TEXT)), 4)
                .then());

        await(() -> IntStream.range(0, 4).allMatch(i -> stateOf("n" + i) instanceof Booked));
        await(() -> shop.order.told.contains(PAID));
        assertThat(shop.order.told).containsOnly(PAID);
        assertThat(balanced()).satisfies(report -> {
            assertThat(report.kept()).isEqualTo(Money.dong(PRICE));
            assertThat(report.toSend()).isEqualTo(Money.dong(3 * PRICE));
        });
    }

    @Test
    void hasOneWayOpenAtATime() {
        var url = shop.start("o1");
        shop.faults("{\"lostWebhookRate\":1}");

        assertThat(get(shop.taking().startAgain("o1", PaymentMethod.BANK_TRANSFER)))
                .isInstanceOf(ToTransfer.class);
        assertThat(shop.pay(url, CardShop.GOOD_CARD)).isEqualTo(200);
        assertThat(get(shop.taking().startAgain("o1", PaymentMethod.CARD))).isInstanceOf(PaymentStart.Redirect.class);
        assertThat(shop.payment("o1").state()).isInstanceOf(Open.class);
        assertThat(get(shop.taking().end("o1"))).isEqualTo(new PaymentEnd.Ended());
        assertThat(get(shop.taking().startAgain("o1", PaymentMethod.CARD))).isEqualTo(new PaymentStart.AlreadyOver());
    }

    @Test
    void keepsTheMoneyThatCameBeforeTheOtherWay() {
        shop.faults("{\"lostWebhookRate\":1}");
        shop.pays(shop.start("o1"));

        assertThat(get(shop.taking().startAgain("o1", PaymentMethod.BANK_TRANSFER)))
                .isEqualTo(new PaymentStart.AlreadyOver());
        assertThat(shop.payment("o1").state().kind()).isEqualTo(Kind.PAID);
    }

    @Test
    void endsTheCardWhenTheTransferOfBeforeComesAfterAll() {
        begin();
        var again = get(shop.taking().startAgain("o1", PaymentMethod.CARD).cast(PaymentStart.Redirect.class));

        say("n1", PRICE, TEXT);

        await(() -> stateOf("n1") instanceof Booked);
        assertThat(shop.pay(again.url(), CardShop.GOOD_CARD)).isEqualTo(200);
        assertThat(balanced().kept()).isEqualTo(Money.dong(PRICE));
    }

    @Test
    void booksAgainWhatAPaymentForgot() {
        begin();
        say("n1", PRICE, TEXT);
        await(() -> stateOf("n1") instanceof Booked);
        finish(shop.database.getCollection("payments").deleteMany(new Document()));
        begin();

        assertThat(get(shop.bean(ReconcilingTransfers.class).look()).healed()).containsExactly("n1");
        assertThat(stateOf("n1")).isInstanceOf(Booked.class);
        assertThat(get(shop.bean(ReconcilingTransfers.class).reconcile()).healed())
                .containsExactly("n1");

        await(() -> stateOf("n1") instanceof Booked);
        assertThat(shop.payment("o1").state().kind()).isEqualTo(Kind.PAID);
    }

    static List<Integer> steps() {
        return IntStream.rangeClosed(1, LAST_TRIED).boxed().toList();
    }

    /** The process dies before or after each of its steps, from the start to the last word; the next one finishes. */
    @ParameterizedTest
    @MethodSource("steps")
    void survivesDeathAtEveryStep(int point) {
        shop.kill();
        var steps = new Steps();
        steps.stopAt(point);
        shop.start(steps);
        var begun = steps.unlessStopped(shop.taking().start(request())).blockOptional();
        // Nobody can pay before it began.
        begun.ifPresent(_ ->
                finish(steps.unlessStopped(shop.bean(ReceivingNotices.class).receive(notice("n1", PRICE, TEXT)))));
        await(() -> steps.isStopped() || shop.order.told.contains(PAID));
        shop.kill();

        // What it was at is nobody's any more when the next one begins.
        shop.clock.move(Duration.ofSeconds(90));
        shop.start(new Steps());
        assertThat(start()).isNotNull();
        say("n1", PRICE, TEXT);
        shop.clock.move(Duration.ofSeconds(90));
        await(() -> stateOf("n1") instanceof Booked && shop.order.told.contains(PAID));
        await(() -> shop.payment("o1").isSettled());

        assertThat(shop.order.told).containsOnly(PAID);
        assertThat(shop.payment("o1").receipts()).hasSize(1);
        assertThat(balanced().kept()).isEqualTo(Money.dong(PRICE));
    }

    private PaymentStart start() {
        return get(shop.taking().start(request()));
    }

    private void begin() {
        assertThat(start()).isInstanceOf(ToTransfer.class);
    }

    private void say(String id, long amount, String text) {
        assertThat(come(id, amount, text)).isNotEqualTo(Receipt.CONTRADICTING);
    }

    private PaymentRequest request() {
        return shop.request("o1", NUMBER, PRICE, PaymentMethod.BANK_TRANSFER);
    }

    private Receipt come(String id, long amount, String text) {
        return get(shop.bean(ReceivingNotices.class).receive(notice(id, amount, text)));
    }

    private static BankNotice notice(String id, long amount, String text) {
        return new BankNotice(
                id, CardShop.ACCOUNT, Money.dong(amount), text, Instant.parse("2026-11-22T03:00:00.123456Z"));
    }

    private NoticeState stateOf(String id) {
        return get(shop.bean(BankNotices.class).find(id)).state();
    }

    private Report balanced() {
        var report = get(shop.bean(ReconcilingTransfers.class).reconcile());
        assertThat(report.balances()).as("%s", report).isTrue();
        return report;
    }
}
