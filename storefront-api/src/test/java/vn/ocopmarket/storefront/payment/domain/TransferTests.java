package vn.ocopmarket.storefront.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.Payment.News;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Kind;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Open;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Transfer;
import vn.ocopmarket.storefront.payment.domain.Receipt.Fit;

class TransferTests {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Money PRICE = Money.dong(100_000);
    private static final PaymentTerms TERMS = new PaymentTerms(
            "o1", "OM000000001", PRICE, null, "http://s", "http://c", NOW.plusSeconds(900), Locale.of("vi"));

    private final Payment waiting = Payment.begin(TERMS, new Transfer("OM00000000101"));

    @Test
    void isPaidByTheExactAmount() {
        var paid = waiting.transferred("n1", PRICE, NOW);

        assertThat(paid.state().kind()).isEqualTo(Kind.PAID);
        assertThat(paid.news()).isEqualTo(News.PAID);
        assertThat(paid.receipts().getFirst().fit()).isEqualTo(Fit.EXACT);
        assertThat(paid.received()).isEqualTo(PRICE);
        assertThat(paid.refunds()).isEmpty();
        assertThat(paid.transferred("n1", PRICE, NOW.plusSeconds(9))).isEqualTo(paid);
    }

    @Test
    void waitsForTheRestOfAShortTransfer() {
        var part = waiting.transferred("n1", Money.dong(60_000), NOW);

        assertThat(part.state().kind()).isEqualTo(Kind.TRANSFER);
        assertThat(part.news()).isEqualTo(News.SHORT);
        assertThat(part.owed()).isEqualTo(Money.dong(40_000));
        assertThat(part.owedAfter("n1")).isEqualTo(Money.dong(40_000));
        var paid = part.transferred("n2", Money.dong(40_000), NOW);
        assertThat(paid.state().kind()).isEqualTo(Kind.PAID);
        assertThat(paid.received()).isEqualTo(PRICE);
    }

    @Test
    void givesBackWhatIsTooMuch() {
        var paid = waiting.transferred("n1", Money.dong(60_000), NOW).transferred("n2", Money.dong(70_000), NOW);

        assertThat(paid.receipts().getLast().fit()).isEqualTo(Fit.OVER);
        assertThat(paid.refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.id()).isEqualTo("over:n2");
            assertThat(refund.amount()).isEqualTo(Money.dong(30_000));
            assertThat(refund.state()).isEqualTo(Refund.State.BY_HAND);
        });
        assertThat(paid.received()).isEqualTo(PRICE);
    }

    @Test
    void takesEnoughMoneyLateAndGivesTooLittleBack() {
        var ended = waiting.ended(Payment.EXPIRED, News.FAILED, NOW);

        var late = ended.transferred("n1", PRICE, NOW);
        assertThat(late.state().kind()).isEqualTo(Kind.PAID);
        assertThat(late.receipts().getLast().fit()).isEqualTo(Fit.LATE);
        var tooLittle = ended.transferred("n1", Money.dong(1), NOW);
        assertThat(tooLittle.state().kind()).isEqualTo(Kind.ENDED);
        assertThat(tooLittle.refunds())
                .singleElement()
                .satisfies(refund -> assertThat(refund.id()).isEqualTo("short:n1"));
    }

    @Test
    void givesBackWhatCameOfAPaymentThatEnds() {
        var ended = waiting.transferred("n1", Money.dong(60_000), NOW).ended(Payment.EXPIRED, News.FAILED, NOW);

        assertThat(ended.refunds())
                .singleElement()
                .satisfies(refund -> assertThat(refund.amount()).isEqualTo(Money.dong(60_000)));
        assertThat(ended.isSound()).isTrue();
    }

    @Test
    void givesASecondPaymentBackWhateverWayItCame() {
        var byCard = waiting.switched(NOW)
                .begunAgain(new PaymentState.Starting(2, "k", NOW))
                .opened(new Open("s", "u"));
        var both = byCard.transferred("n1", PRICE, NOW)
                .seen(new CardSession("s", "o1", CardSession.Status.COMPLETE, true, "pi", PRICE, null, NOW), NOW);

        assertThat(both.state()).isInstanceOf(PaymentState.Paid.class);
        assertThat(both.openSession()).contains("s");
        assertThat(both.refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.intentId()).isEqualTo("pi");
            assertThat(refund.state()).isEqualTo(Refund.State.RESERVED);
        });
        assertThat(both.isSound()).isTrue();
    }

    @Test
    void endsForGoodWhenItWasOnlyToBeginAgain() {
        var switched = waiting.switched(NOW);

        assertThat(switched.begunAgain(new Transfer("r2")).state()).isEqualTo(new Transfer("r2"));
        var ended = switched.ended("ended", null, NOW);
        assertThat(ended.begunAgain(new Transfer("r2"))).isEqualTo(ended);
    }

    /** Whatever comes in whatever order: all of it is kept by the order or goes back, and the order keeps what it costs. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void losesAndInventsNothing(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 400; run++) {
            var payment = waiting;
            long came = 0;
            for (int step = 0; step < 8; step++) {
                var before = payment.receipts().size();
                payment = step(payment, step, random);
                came += payment.receipts().stream()
                        .skip(before)
                        .mapToLong(receipt -> receipt.amount().amount())
                        .sum();
                long kept = payment.book().kept(Channel.TRANSFER).amount()
                        + payment.book().kept(Channel.CARD).amount();
                long back = payment.refunds().stream()
                        .mapToLong(refund -> refund.amount().amount())
                        .sum();
                assertThat(kept + back).isEqualTo(came);
                assertThat(payment.isSound()).as("%s", payment).isTrue();
            }
        }
    }

    private static Payment step(Payment payment, int step, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> payment.transferred("n" + random.nextInt(5), Money.dong(1 + random.nextInt(150_000)), NOW);
            case 1 -> payment.transferred("e" + step, PRICE, NOW);
            case 2 ->
                payment.seen(
                        new CardSession("s", "o1", CardSession.Status.COMPLETE, true, "pi" + step, PRICE, null, NOW),
                        NOW);
            case 3 -> payment.ended("ended", null, NOW);
            case 4 -> payment.switched(NOW).begunAgain(new Transfer("r" + step));
            case 5 ->
                payment.refunding("r" + step, Money.dong(1 + random.nextInt(100_000)), "wanted")
                        .orElse(payment);
            default -> payment.opened(new Open("s", "u"));
        };
    }
}
