package vn.ocopmarket.storefront.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.payment.CardShop.PRICE;
import static vn.ocopmarket.storefront.payment.CardShop.await;
import static vn.ocopmarket.storefront.payment.CardShop.finish;
import static vn.ocopmarket.storefront.payment.CardShop.get;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.TakingPayment.Rest;
import vn.ocopmarket.storefront.payment.domain.Dispute;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;

/** A buyer's bank takes money back, against the real simulator. */
class DisputeIT {

    @TempDir
    Path folder;

    private CardShop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new CardShop(folder);
        shop.pays(shop.start("o1"));
        await(() -> shop.order.told.contains("paid o1 250000"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void keepsTheMoneyWhenItIsWon() {
        begins();
        assertThat(get(shop.bean(FollowingDisputes.class).open(10).collectList()))
                .singleElement()
                .satisfies(dispute -> {
                    assertThat(dispute.orderId()).isEqualTo("o1");
                    assertThat(dispute.evidenceDueBy()).isNotNull();
                });
        assertThat(shop.payment("o1").refundable()).isEqualTo(Money.ZERO);

        becomes("under_review");
        await(() -> shop.order.told.contains("dispute o1 ANSWERED 250000"));
        becomes("won");

        await(() -> shop.order.told.contains("dispute o1 WON 250000"));
        assertThat(shop.payment("o1").refundable()).isEqualTo(Money.dong(PRICE));
        assertThat(get(shop.bean(FollowingDisputes.class).open(10).collectList()))
                .isEmpty();
        assertThat(shop.payment("o1").isSound()).isTrue();
    }

    @Test
    void isGoneWhenItIsLostAndNeverGivenBackTwice() {
        begins();
        becomes("lost");

        await(() -> shop.order.told.contains("dispute o1 LOST 250000"));
        assertThat(rest()).isEqualTo(Rest.NOTHING_LEFT);
        assertThat(shop.payment("o1").isSound()).isTrue();
    }

    /** The order was cancelled meanwhile: its money is not back before the bank has let go of it. */
    @Test
    void goesBackWhenItIsWonAfterTheOrderEnded() {
        begins();
        assertThat(rest()).isEqualTo(Rest.CONTESTED);
        assertThat(shop.payment("o1").refunds()).isEmpty();

        becomes("won");
        await(() -> shop.order.told.contains("dispute o1 WON 250000"));

        assertThat(rest()).isEqualTo(Rest.GOING_BACK);
        await(() -> shop.order.told.contains("refunded o1 o1:cancelled 250000"));
        assertThat(rest()).isEqualTo(Rest.NOTHING_LEFT);
    }

    private Rest rest() {
        return get(shop.taking().refundRest("o1", "o1:cancelled", "cancelled"));
    }

    @Test
    void isToldOnceHoweverOftenAndInWhateverOrderItIsSaid() {
        shop.faults("{\"duplicateWebhooks\":5,\"disorderMillis\":200}");
        begins();
        becomes("won");

        await(() -> shop.order.told.contains("dispute o1 WON 250000"));
        await(() -> shop.payment("o1").isSettled());
        assertThat(shop.payment("o1").book().disputes()).hasSize(1);
    }

    @Test
    void isFoundByComparingWhenNoNoticeTellsOfIt() {
        shop.faults("{\"lostWebhookRate\":1}");
        var intent = ((Paid) shop.payment("o1").state()).intentId();
        shop.dispute("{\"payment_intent\":\"%s\",\"reason\":\"fraudulent\"}".formatted(intent));
        assertThat(shop.payment("o1").book().disputes()).isEmpty();

        assertThat(compared(Duration.ofHours(1)).healed()).isOne();
        assertThat(shop.order.told).contains("dispute o1 OPENED 250000");
        assertThat(shop.payment("o1").refundable()).isEqualTo(Money.ZERO);
        assertThat(compared(Duration.ofHours(1)).healed()).isZero();

        becomes("lost");
        assertThat(compared(Duration.ofMinutes(-5)).healed())
                .as("begun before what is listed, and not decided as far as we know")
                .isOne();
        assertThat(shop.order.told).contains("dispute o1 LOST 250000");
        assertThat(compared(Duration.ofMinutes(-5)).healed()).isZero();
        assertThat(shop.payment("o1").isSound()).isTrue();
    }

    /** The provider listed it, then a notice told more, and only then is what was listed looked at. */
    @Test
    void staysAsANoticeToldWhenItWasListedBefore() {
        begins();
        var listed = shop.payment("o1").book().disputes().getFirst().dispute();
        becomes("won");
        await(() -> shop.order.told.contains("dispute o1 WON 250000"));
        await(() -> shop.payment("o1").isSettled());
        var told = List.copyOf(shop.order.told);

        var finding = new FindingDisputes(
                shop.bean(Payments.class),
                shop.bean(ChangingPayments.class),
                shop.bean(CarryingOnPayments.class),
                listing(listed));

        assertThat(get(finding.find(Duration.ofHours(1)).collectList())).isEmpty();
        assertThat(shop.payment("o1").book().disputes().getFirst().dispute().state())
                .isEqualTo(Dispute.State.WON);
        assertThat(shop.order.told).isEqualTo(told);
    }

    /** The provider as it is, but for an old list of disputes. */
    private CardProvider listing(Dispute dispute) {
        var provider = shop.bean(CardProvider.class);
        return (CardProvider) Proxy.newProxyInstance(
                CardProvider.class.getClassLoader(),
                new Class<?>[] {CardProvider.class},
                (_, method, arguments) ->
                        method.getName().equals("disputes") ? Flux.just(dispute) : method.invoke(provider, arguments));
    }

    @Test
    void isNamedWhenItIsAboutNoMoneyOfOurs() {
        shop.faults("{\"lostWebhookRate\":1}");
        var intent = ((Paid) shop.payment("o1").state()).intentId();
        shop.dispute("{\"payment_intent\":\"%s\"}".formatted(intent));
        finish(shop.database.getCollection("payments").deleteMany(new Document()));

        assertThat(compared(Duration.ofHours(1)).unknown()).anyMatch(id -> id.startsWith("d"));
    }

    private ReconcilingPayments.Report compared(Duration notOlderThan) {
        return get(shop.bean(ReconcilingPayments.class).reconcile(notOlderThan));
    }

    private void begins() {
        var intent = ((Paid) shop.payment("o1").state()).intentId();
        shop.dispute("{\"payment_intent\":\"%s\",\"reason\":\"product_not_received\"}".formatted(intent));
        await(() -> !shop.payment("o1").book().disputes().isEmpty());
    }

    private void becomes(String status) {
        var dispute = shop.payment("o1").book().disputes().getFirst().dispute();
        shop.dispute("{\"dispute\":\"%s\",\"status\":\"%s\"}".formatted(dispute.id(), status));
    }
}
