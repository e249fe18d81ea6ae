package vn.ocopmarket.storefront.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome.Done;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome.Incomplete;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome.NotForThisOrder;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome.NotNow;
import vn.ocopmarket.storefront.einvoice.domain.Invoice;
import vn.ocopmarket.storefront.einvoice.domain.Invoice.Paper;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceBuyer;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceState;
import vn.ocopmarket.storefront.fulfillment.FulfillingOrder;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.orderend.CancellingOrder;
import vn.ocopmarket.storefront.ordernews.OrderFollower;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.refund.RefundingOrder;

/** An invoice from the wish to the number, and what money that goes back does to it. */
class InvoicesIT extends CommerceIT {

    private static final InvoiceBuyer BUYER =
            new InvoiceBuyer("Công ty Thử", "0312345678-001", "12 phố Thử", "ke.toan@sample.test");

    @Autowired
    KeepingInvoices keeping;

    @Autowired
    CancellingOrder cancelling;

    @Test
    void isIssuedOnceAndAdjustedWhenMoneyGoesBack(@Autowired List<OrderFollower> followers) {
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY);
        var asked = await(
                Flux.range(0, 8).flatMap(_ -> keeping.ask(order.id(), BUYER), 8).collectList());
        assertThat(asked).hasOnlyElementsOfType(Done.class);
        var corrected = new InvoiceBuyer("Công ty Thử 2", "001099012345", "12 phố Thử", "ke.toan@sample.test");
        assertThat(done(await(keeping.ask(order.id(), corrected))).buyer()).isEqualTo(corrected);

        var issued = await(Flux.range(0, 8)
                .flatMap(clerk -> keeping.issued(order.id(), paper("1C26TOM", "1" + clerk)), 8)
                .collectList());
        assertThat(issued.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(now(order).papers()).hasSize(1);
        assertThat(await(keeping.ask(order.id(), BUYER))).as("too late").isInstanceOf(NotNow.class);

        finalizing.refunded(order.id(), "r1", Money.dong(35_000)).block(PATIENCE);
        eventually(() -> assertThat(now(order).state()).isEqualTo(InvoiceState.TO_ADJUST));
        assertThat(done(await(keeping.issued(order.id(), paper("1C26TOM", "20"))))
                        .state())
                .isEqualTo(InvoiceState.ADJUSTED);

        var refunded = await(orders.find(order.id()));
        Flux.fromIterable(followers)
                .concatMap(follower ->
                        follower.happened(refunded, refunded.timeline().size() - 1))
                .then()
                .block(PATIENCE);
        assertThat(now(order).state()).as("heard before").isEqualTo(InvoiceState.ADJUSTED);
        assertThat(now(order).papers()).hasSize(2);
    }

    @Test
    void endsWithAnOrderThatEndsBeforeItIsIssued() {
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY);
        assertThat(await(keeping.ask(order.id(), BUYER))).isInstanceOf(Done.class);
        assertThat(done(await(keeping.failed(order.id(), "Mã số thuế đã đóng"))).state())
                .isEqualTo(InvoiceState.FAILED);

        assertThat(await(cancelling.cancel(order.id(), "BUYER"))).isInstanceOf(OrderOutcome.Moved.class);

        eventually(() -> assertThat(now(order).state()).isEqualTo(InvoiceState.CANCELLED));
        var kept = done(await(keeping.issued(order.id(), paper("1C26TOM", "1"))));
        assertThat(kept.state()).as("it was issued by hand before").isEqualTo(InvoiceState.TO_ADJUST);
        assertThat(kept.papers()).hasSize(1);
        assertThat(done(await(keeping.issued(order.id(), paper("1C26TOM", "1")))))
                .as("sent again")
                .isEqualTo(kept);
    }

    @Test
    void hearsTheEndOfAnOrderThatEndedWhileItWasAskedFor(@Autowired Invoices invoices) {
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY);
        assertThat(await(cancelling.cancel(order.id(), "BUYER"))).isInstanceOf(OrderOutcome.Moved.class);
        var late = new Invoice(
                order.id(),
                order.number(),
                InvoiceState.TO_ISSUE,
                BUYER,
                clock.instant(),
                List.of(),
                null,
                order.timeline().size() - 1);
        assertThat(await(invoices.add(late))).isEqualTo(late);

        assertThat(await(keeping.ask(order.id(), BUYER))).isInstanceOf(NotForThisOrder.class);
        assertThat(now(order).state()).isEqualTo(InvoiceState.CANCELLED);
    }

    @Test
    void isAdjustedWhenMoneyWentBackWhileItWasIssued(@Autowired Invoices invoices) {
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY);
        var seen = done(await(keeping.ask(order.id(), BUYER)));
        finalizing.refunded(order.id(), "r1", Money.dong(35_000)).block(PATIENCE);
        eventually(() -> assertThat(now(order).heard()).isGreaterThan(seen.heard()));
        assertThat(invoices.issued(seen, InvoiceState.ISSUED, paper("1C26TOM", "1"))
                        .block(PATIENCE))
                .as("it was told meanwhile")
                .isNull();

        var old = new Paper("1C26TOM", "1", LocalDate.of(2026, 11, 22), "clerk", 1);
        assertThat(done(await(keeping.issued(order.id(), old))).state()).isEqualTo(InvoiceState.TO_ADJUST);
        assertThat(done(await(keeping.issued(order.id(), paper("1C26TOM", "2"))))
                        .state())
                .isEqualTo(InvoiceState.ADJUSTED);
    }

    @Test
    void hasAProviderIssueWhatIsDeliveredAndLetsTheRestWait(
            @Autowired Invoices invoices, @Autowired RefundingOrder refunding, @Autowired FulfillingOrder fulfilling) {
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY);
        assertThat(await(keeping.ask(order.id(), BUYER))).isInstanceOf(Done.class);
        var provider = new InvoiceProvider() {
            @Override
            public boolean isByHand() {
                return false;
            }

            @Override
            public Mono<Paper> issue(Invoice invoice, Order of, long back) {
                return Mono.just(new Paper(
                        "1C26TOM", of.number() + invoice.papers().size(), LocalDate.of(2026, 11, 22), null, back));
            }
        };
        var issuing = new IssuingInvoices(invoices, orders, refunding, provider, clock);

        assertThat(issuing.issueDue().block(PATIENCE)).isNotNull();
        assertThat(now(order).state()).isEqualTo(InvoiceState.TO_ISSUE);
        assertThat(await(invoices.due(clock.instant(), 1_000).collectList()))
                .as("makes room for others")
                .noneMatch(invoice -> invoice.orderId().equals(order.id()));

        assertThat(await(fulfilling.pack(order.id()))).isInstanceOf(OrderOutcome.Moved.class);
        assertThat(await(fulfilling.handOver(order.id()))).isInstanceOf(OrderOutcome.Moved.class);
        assertThat(await(fulfilling.deliver(order.id()))).isInstanceOf(OrderOutcome.Moved.class);
        clock.move(Duration.ofMinutes(10));
        assertThat(issuing.issueDue().block(PATIENCE)).isPositive();
        assertThat(now(order).state()).isEqualTo(InvoiceState.ISSUED);
    }

    @Test
    void namesOnlyWhoCanStandOnIt() {
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY);
        for (var code : List.of("", "123", "03123456789", "0312345678-1", "0312345678001")) {
            var wrong = new InvoiceBuyer("Công ty Thử", code, "12 phố Thử", "ke.toan@sample.test");
            assertThat(await(keeping.ask(order.id(), wrong))).as(code).isInstanceOf(Incomplete.class);
        }
        assertThat(await(keeping.ask(ordered(PaymentMethod.CARD).id(), BUYER)))
                .as("not paid")
                .isInstanceOf(NotForThisOrder.class);
    }

    private Order ordered(PaymentMethod method) {
        return ((Prepared) prepare(cartOf(2, onSale(35_000, 5)), method, 70_000)).order();
    }

    private Invoice now(Order order) {
        return await(keeping.of(order.id()));
    }

    private static Invoice done(InvoiceOutcome outcome) {
        return ((Done) outcome).invoice();
    }

    private static Paper paper(String series, String number) {
        return new Paper(series, number, LocalDate.of(2026, 11, 22), "clerk", 0);
    }
}
