package vn.ocopmarket.storefront.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ocopmarket.storefront.payment.CardShop.GOOD_CARD;
import static vn.ocopmarket.storefront.payment.CardShop.PRICE;
import static vn.ocopmarket.storefront.payment.CardShop.await;
import static vn.ocopmarket.storefront.payment.CardShop.finish;
import static vn.ocopmarket.storefront.payment.CardShop.get;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.RefundCreateParams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
import vn.ocopmarket.storefront.cardevent.EventInbox;
import vn.ocopmarket.storefront.cardevent.EventInbox.ProviderEvent;
import vn.ocopmarket.storefront.cardevent.ReceivingEvents;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentEnd;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart.AlreadyOver;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart.AmountRefused;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart.NothingToDo;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart.Unreachable;
import vn.ocopmarket.storefront.payment.TakingPayment.RefundRefusedException;
import vn.ocopmarket.storefront.payment.domain.CardSession.Status;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Kind;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;

/** Against the real simulator. */
class CardPaymentIT {

    private static final String PAID = "paid o1 250000";

    /** About two for each call of a port, from the start of a payment until its order knows; all early and some late ones are tried. */
    private static final int STEPS = 44;

    /** Some runs take more steps than others; dying after the last one is tried too. */
    private static final int LAST_TRIED = 54;

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
    void tellsTheOrderThatItIsPaid() {
        var url = shop.start("o1");
        assertThat(shop.start("o1")).isEqualTo(url);

        assertThat(shop.pay(url, GOOD_CARD)).isEqualTo(303);

        await(() -> shop.order.told.contains(PAID));
        assertThat(shop.payment("o1").state().kind()).isEqualTo(Kind.PAID);
        assertThat(get(shop.taking().start(shop.request("o1")))).isEqualTo(new AlreadyOver());
    }

    @Test
    void isOnePaymentHoweverOftenAndInWhateverOrderItIsTold() {
        shop.faults("{\"duplicateWebhooks\":9,\"disorderMillis\":300,\"forgedWebhooks\":true}");
        assertThat(shop.pay(shop.start("o1"), "4000000000000002")).isEqualTo(402);
        shop.pays(shop.start("o1"));

        await(() -> shop.order.told.contains(PAID));
        await(() -> get(shop.database.getCollection("paymentEvents").countDocuments()) >= 4);
        await(() -> get(shop.database.getCollection("paymentEvents").countDocuments(Filters.exists("dueAt"))) == 0);

        assertThat(shop.order.told).containsOnly(PAID);
        assertThat(shop.payment("o1").receipts()).hasSize(1);
        assertThat(get(shop.database.getCollection("paymentEvents").countDocuments(Filters.regex("_id", "forged"))))
                .isZero();
    }

    @Test
    void refusesWhatIsNotSigned() {
        var forged = "{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(get(shop.bean(ReceivingEvents.class).receive(forged, "t=1,v1=00")))
                .isFalse();
        assertThat(get(shop.bean(ReceivingEvents.class).receive(forged, ""))).isFalse();
        assertThat(get(shop.database.getCollection("paymentEvents").countDocuments()))
                .isZero();
    }

    @Test
    void asksOnceAboutWhatStripeDoesNotKnow() {
        var event = new ProviderEvent("evt_1", "checkout.session.completed", "cs_none", "o1", "{}");
        finish(shop.bean(EventInbox.class).add(event, shop.clock.instant()));

        await(() -> get(shop.database.getCollection("paymentEvents").countDocuments(Filters.exists("doneAt"))) == 1);

        assertThat(shop.order.told).isEmpty();
    }

    @Test
    void healsWhatNoWebhookTold() {
        shop.faults("{\"lostWebhookRate\":1}");
        shop.pays(shop.start("o1"));

        var report = get(shop.bean(ReconcilingPayments.class).reconcile(Duration.ofHours(1)));

        assertThat(report.healed()).isOne();
        assertThat(shop.order.told).contains(PAID);
        assertThat(get(shop.bean(ReconcilingPayments.class).reconcile(Duration.ofHours(1)))
                        .healed())
                .isZero();
        var last = get(shop.bean(ReconcilingPayments.class).last());
        assertThat(last.sessions()).isOne();
        assertThat(last.soFar()).isEqualTo(new ReconcilingPayments.Sums(2, 1, 0, 0));
    }

    @Test
    void asksStripeWhenTheBuyerComesBack() {
        shop.faults("{\"lostWebhookRate\":1}");
        shop.pays(shop.start("o1"));

        finish(shop.taking().check("o1"));

        assertThat(shop.order.told).containsExactly(PAID);
    }

    @Test
    void tellsAgainUntilTheOrderTakesIt() {
        shop.order.refusals.set(2);
        shop.pays(shop.start("o1"));

        // When it is tried again counts from a failure, wherever the clock was then.
        await(() -> {
            shop.clock.move(Duration.ofSeconds(5));
            return shop.order.told.contains(PAID);
        });
        assertThat(shop.order.refusals.get()).isNegative();
    }

    @Test
    void saysClearlyThatStripeIsAwayAndChargesNothing() {
        shop.faults("{\"down\":true}");

        assertThat(get(shop.taking().start(shop.request("o1")))).isEqualTo(new Unreachable());
        assertThat(get(shop.taking().end("o1"))).isEqualTo(new PaymentEnd.Ended());

        shop.faults("{}");
        assertThat(get(shop.taking().start(shop.request("o1")))).isEqualTo(new AlreadyOver());
        assertThat(sessions()).isEmpty();
    }

    @Test
    void isTheSameSessionWhenTheAnswerWasLost() {
        shop.faults("{\"lostAnswerRate\":1}");
        assertThat(get(shop.taking().start(shop.request("o1")))).isEqualTo(new Unreachable());
        shop.faults("{}");

        shop.pays(shop.start("o1"));

        await(() -> shop.order.told.contains(PAID));
        assertThat(sessions()).hasSize(1);
    }

    @Test
    void endsSoThatNobodyCanPay() {
        var url = shop.start("o1");

        assertThat(get(shop.taking().end("o1"))).isEqualTo(new PaymentEnd.Ended());

        assertThat(shop.pay(url, GOOD_CARD)).isEqualTo(200);
        assertThat(sessions()).allMatch(status -> status == Status.EXPIRED);
        assertThat(get(shop.taking().end("o1"))).isEqualTo(new PaymentEnd.Ended());
        assertThat(get(shop.taking().end("none"))).isEqualTo(new PaymentEnd.Ended());
    }

    @Test
    void findsTheMoneyWhenItIsEndedTooLate() {
        shop.faults("{\"lostWebhookRate\":1}");
        shop.pays(shop.start("o1"));

        assertThat(get(shop.taking().end("o1"))).isEqualTo(new PaymentEnd.AlreadyPaid());
        shop.clock.move(Duration.ofSeconds(30));
        await(() -> shop.order.told.contains(PAID));
    }

    @Test
    void endsByItselfWhenTheTimeIsOver() {
        var url = shop.start("o1");

        shop.clock.move(Duration.ofMinutes(16));

        await(() -> shop.order.told.contains("failed o1 expired"));
        assertThat(shop.pay(url, GOOD_CARD)).isEqualTo(200);
    }

    @Test
    void countsItsSteps() {
        shop.kill();
        var steps = new Steps();
        shop.start(steps);
        shop.pays(shop.start("o1"));
        await(() -> shop.order.told.contains(PAID) && shop.payment("o1").isSettled());

        // On a slow machine the last of them come after the payment is settled.
        await(() -> steps.passed() >= STEPS);
    }

    @Test
    void takesOnlyAmountsThatCardsTake() {
        assertThat(get(shop.taking().start(shop.request("o1", 19_999)))).isInstanceOf(AmountRefused.class);
        assertThat(get(shop.taking().start(shop.request("o1", 100_000_000)))).isInstanceOf(AmountRefused.class);
        var cash = new PaymentRequest(
                "o1",
                "N",
                Money.dong(1),
                PaymentMethod.CASH_ON_DELIVERY,
                null,
                "s",
                "c",
                shop.clock.instant(),
                Locale.ENGLISH);
        assertThat(get(shop.taking().start(cash))).isEqualTo(new NothingToDo());
    }

    @Test
    void refundsOnceHoweverOftenItIsAsked() {
        shop.pays(shop.start("o1"));
        await(() -> shop.order.told.contains(PAID));

        finish(Flux.range(0, 8)
                .flatMap(_ -> shop.taking().refund("o1", "o1:cancel", Money.dong(PRICE), "cancelled"))
                .then());

        await(() -> shop.order.told.contains("refunded o1 o1:cancel 250000"));
        assertThatThrownBy(() -> finish(shop.taking().refund("o1", "other", Money.dong(1), "more")))
                .isInstanceOf(RefundRefusedException.class);
        assertThat(refunds()).isOne();
    }

    @Test
    void carriesARefundOnWhenStripeIsBack() {
        shop.pays(shop.start("o1"));
        await(() -> shop.order.told.contains(PAID));
        shop.faults("{\"lostAnswerRate\":1}");

        finish(shop.taking().refund("o1", "r1", Money.dong(100_000), "some"));
        await(() -> shop.payment("o1").schedule().tries() > 0);
        shop.faults("{}");
        shop.clock.move(Duration.ofMinutes(2));

        await(() -> shop.order.told.contains("refunded o1 r1 100000"));
        assertThat(refunds()).isOne();
    }

    /** Its answer was lost, and meanwhile the provider has forgotten under which key it was asked for. */
    @Test
    void refundsOnceWhenItsKeyIsForgotten() throws StripeException {
        shop.pays(shop.start("o1"));
        await(() -> shop.order.told.contains(PAID));
        var intent = ((Paid) shop.payment("o1").state()).intentId();
        var made = shop.bean(StripeClient.class)
                .v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(intent)
                        .setAmount(100_000L)
                        .putMetadata("order_id", "o1")
                        .putMetadata("refund_id", "r1")
                        .build());
        shop.clock.move(Duration.ofHours(30));

        finish(shop.taking().refund("o1", "r1", Money.dong(100_000), "some"));

        await(() -> shop.order.told.contains("refunded o1 r1 100000"));
        assertThat(refunds()).isOne();
        assertThat(shop.payment("o1").refunds().getFirst().trail().providerId()).isEqualTo(made.getId());
        finish(shop.taking().refund("o1", "r2", Money.dong(50_000), "others"));
        await(() -> shop.order.told.contains("refunded o1 r2 50000"));
        assertThat(refunds()).isEqualTo(2);
    }

    @Test
    void expiresSessionsOfDeadPaymentsAndNamesUnknownMoney() {
        var url = shop.start("o1");
        finish(shop.database.getCollection("payments").deleteMany(new Document()));
        shop.pays(url);

        var report = get(shop.bean(ReconcilingPayments.class).reconcile(Duration.ofHours(1)));

        assertThat(report.unknown()).hasSize(1);
        assertThat(shop.order.told).isEmpty();
    }

    /** As after its data was restored to an earlier day. */
    @Test
    void endsWhatTheProviderForgotAndNamesMoneyItDoesNotHave() {
        shop.pays(shop.start("o1"));
        await(() -> shop.order.told.contains(PAID));
        await(() -> shop.payment("o1").isSettled());
        var open = shop.start("o2");
        assertThat(open).isNotEmpty();
        for (var order : List.of("o1", "o2")) {
            finish(shop.database
                    .getCollection("payments")
                    .updateOne(Filters.eq("_id", order), Updates.set("state.sessionId", "cs_forgotten_" + order)));
        }
        shop.clock.move(Duration.ofMinutes(20));

        var report = get(shop.bean(ReconcilingPayments.class).reconcile(Duration.ofHours(1)));

        assertThat(report.unlisted()).containsExactlyInAnyOrder("o1", "o2");
        await(() -> shop.order.told.contains("failed o2 expired"));
        assertThat(shop.payment("o2").state().kind()).isEqualTo(Kind.ENDED);
        assertThat(shop.payment("o1").state().kind()).isEqualTo(Kind.PAID);
        assertThat(get(shop.bean(ReconcilingPayments.class).last()).unlisted()).hasSize(2);
    }

    static List<Integer> steps() {
        var many = IntStream.rangeClosed(1, 20);
        return IntStream.concat(many, IntStream.rangeClosed(21, LAST_TRIED).filter(step -> step % 4 == 0))
                .boxed()
                .toList();
    }

    /** The process dies before or after each of its steps, from the first call to the last word; the next one finishes. */
    @ParameterizedTest
    @MethodSource("steps")
    void survivesDeathAtEveryStep(int point) {
        shop.kill();
        var steps = new Steps();
        steps.stopAt(point);
        shop.start(steps);
        var started =
                steps.unlessStopped(shop.taking().start(shop.request("o1"))).blockOptional();
        started.filter(PaymentStart.Redirect.class::isInstance)
                .map(PaymentStart.Redirect.class::cast)
                .ifPresent(redirect -> shop.pays(redirect.url()));
        await(() -> steps.isStopped() || shop.order.told.contains(PAID));
        shop.kill();

        // What it was at is nobody's any more when the next one begins.
        shop.clock.move(Duration.ofSeconds(90));
        shop.start(new Steps());
        if (sessions().stream().noneMatch(status -> status == Status.COMPLETE)) {
            shop.pays(shop.start("o1"));
        }
        shop.clock.move(Duration.ofSeconds(90));
        await(() -> shop.order.told.contains(PAID) && shop.payment("o1").isSettled());

        assertThat(shop.order.told).containsOnly(PAID);
        assertThat(shop.payment("o1").receipts()).hasSize(1);
        assertThat(sessions()).containsExactly(Status.COMPLETE);
    }

    private List<Status> sessions() {
        return get(shop.bean(CardProvider.class)
                .sessions(Duration.ofHours(1))
                .map(session -> session.status())
                .collectList());
    }

    private long refunds() {
        return get(shop.bean(CardProvider.class).refunds(Duration.ofHours(1)).count());
    }
}
