package vn.ocopmarket.storefront.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ocopmarket.storefront.payment.CardShop.PRICE;
import static vn.ocopmarket.storefront.payment.CardShop.await;
import static vn.ocopmarket.storefront.payment.CardShop.finish;
import static vn.ocopmarket.storefront.payment.CardShop.get;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;
import vn.ocopmarket.storefront.payout.Payouts;
import vn.ocopmarket.storefront.payout.ReportingPayouts;
import vn.ocopmarket.storefront.payout.domain.Difference;
import vn.ocopmarket.storefront.payout.domain.Difference.Kind;
import vn.ocopmarket.storefront.payout.domain.Movement;
import vn.ocopmarket.storefront.payout.domain.PayoutReport;

/** What the simulator pays out, held against the books of real payments. */
class PayoutIT {

    private static final long FEE = 18_000;
    private static final long DISPUTE_FEE = 300_000;

    @TempDir
    Path folder;

    private CardShop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new CardShop(folder);
        for (var order : List.of("o1", "o2", "o3", "o4")) {
            shop.pays(shop.start(order));
            await(() -> shop.order.told.contains("paid " + order + " 250000"));
        }
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void agreesWithTheBooksToTheLastDong() {
        finish(shop.taking().refund("o1", "r1", Money.dong(100_000), "some"));
        await(() -> shop.order.told.contains("refunded o1 r1 100000"));
        var intent = ((Paid) shop.payment("o2").state()).intentId();
        shop.dispute("{\"payment_intent\":\"%s\"}".formatted(intent));
        shop.payOut();

        assertThat(get(reporting().look()).payouts()).isOne();
        assertThat(get(reporting().look()).payouts()).isOne();

        var report = only();
        var payout = report.payout();
        assertThat(report.differences()).isEmpty();
        assertThat(payout.charges()).isEqualTo(4 * PRICE);
        assertThat(payout.refunds()).isEqualTo(-100_000);
        assertThat(payout.disputes()).isEqualTo(-PRICE);
        assertThat(payout.fees()).isEqualTo(4 * FEE + DISPUTE_FEE);
        assertThat(payout.net())
                .isEqualTo(payout.amount().amount())
                .isEqualTo(4 * PRICE - 100_000 - PRICE - 4 * FEE - DISPUTE_FEE);
        assertThat(payout.movements())
                .extracting(
                        Movement::kind,
                        movement -> movement.subject().orderNumber(),
                        movement -> movement.subject().refundId())
                .containsExactlyInAnyOrder(
                        tuple(Movement.Kind.CHARGE, "N-o1", null),
                        tuple(Movement.Kind.CHARGE, "N-o2", null),
                        tuple(Movement.Kind.CHARGE, "N-o3", null),
                        tuple(Movement.Kind.CHARGE, "N-o4", null),
                        tuple(Movement.Kind.REFUND, "N-o1", "r1"),
                        tuple(Movement.Kind.DISPUTE, "N-o2", null));
    }

    @Test
    void namesWhatTheBooksDoNotKnowOrKnowOtherwise() {
        finish(shop.database.getCollection("payments").deleteOne(Filters.eq("_id", "o1")));
        finish(shop.database
                .getCollection("payments")
                .updateOne(Filters.eq("_id", "o2"), Updates.set("receipts.0.amount", PRICE - 1)));
        shop.payOut();

        assertThat(get(reporting().look()).missing()).isEmpty();

        assertThat(only().differences())
                .extracting(Difference::kind, Difference::orderNumber, Difference::expected, Difference::found)
                .containsExactlyInAnyOrder(
                        tuple(Kind.UNKNOWN_MONEY, null, 0L, PRICE),
                        tuple(Kind.AMOUNT_DIFFERS, "N-o2", PRICE - 1, PRICE));
    }

    @Test
    void namesOrdersWhoseMoneyDoesNotArrive() {
        assertThat(get(reporting().look()).missing()).isEmpty();

        shop.clock.move(Duration.ofDays(11));

        assertThat(get(reporting().look()).missing())
                .extracting(Difference::kind, Difference::orderNumber, Difference::expected)
                .containsExactlyInAnyOrder(
                        tuple(Kind.NOT_PAID_OUT, "N-o1", PRICE),
                        tuple(Kind.NOT_PAID_OUT, "N-o2", PRICE),
                        tuple(Kind.NOT_PAID_OUT, "N-o3", PRICE),
                        tuple(Kind.NOT_PAID_OUT, "N-o4", PRICE));
        shop.payOut();
        assertThat(get(reporting().look()).missing()).isEmpty();
        assertThat(get(reporting().lastLook()).payouts()).isOne();
    }

    @Test
    void keepsWhatTheYoungerLookSawWhoeverIsFirst() {
        shop.payOut();
        var now = get(reporting().look()).at();
        var seen = only();
        var payouts = shop.bean(Payouts.class);
        var other = new PayoutReport(
                seen.payout(), List.of(new Difference(Kind.UNKNOWN_MONEY, "ch_other", null, 0, PRICE)));

        finish(payouts.keep(other, now.minusSeconds(1)));
        assertThat(only()).isEqualTo(seen);
        finish(payouts.keep(other, now.plusSeconds(1)));
        assertThat(only()).isEqualTo(other);
        finish(payouts.keep(seen, now));
        assertThat(only()).isEqualTo(other);

        var look = get(reporting().lastLook());
        finish(payouts.keep(new Payouts.Look(look.at().minusSeconds(1), 9, List.of())));
        assertThat(get(reporting().lastLook())).isEqualTo(look);
    }

    @Test
    void readsAllThatWasPaidByCardForWhoIsSlowerThanTheStore() {
        StepVerifier.withVirtualTime(() -> shop.bean(FindBooks.class).paidByCard(Instant.EPOCH), 1)
                .expectNextCount(1)
                .thenAwait(Duration.ofHours(1))
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(3)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    private ReportingPayouts reporting() {
        return shop.bean(ReportingPayouts.class);
    }

    private PayoutReport only() {
        var reports = get(reporting().page(null, 10).collectList());
        assertThat(reports).hasSize(1);
        return reports.getFirst();
    }
}
