package vn.ocopmarket.storefront.ordernews;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.fulfillment.FulfillingOrder;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.PickupTicket;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** What buyers are written, from what happened to their orders; and the way to an order, sent again. */
class OrderLettersIT extends CommerceIT {

    @Autowired
    FulfillingOrder fulfilling;

    @Autowired
    ResendingLinks resending;

    @Autowired
    OrderLinks links;

    @Autowired
    MongoDatabase database;

    @Test
    void writesOnceAboutEachThingThatHasWords(@Autowired List<OrderFollower> followers) {
        var order = ordered(PaymentMethod.BANK_TRANSFER);
        finalizing.paid(order.id(), payments.pay(order.id())).block(PATIENCE);
        assertThat(await(fulfilling.pack(order.id()))).isInstanceOf(OrderOutcome.Moved.class);
        assertThat(await(fulfilling.handOver(order.id()))).isInstanceOf(OrderOutcome.Moved.class);
        assertThat(await(fulfilling.deliver(order.id()))).isInstanceOf(OrderOutcome.Moved.class);

        eventually(() -> assertThat(letters("order-" + order.id() + "-"))
                .extracting(letter -> letter.getString("_id"))
                .containsExactlyInAnyOrder(
                        "order-" + order.id() + "-0",
                        "order-" + order.id() + "-1",
                        "order-" + order.id() + "-3",
                        "order-" + order.id() + "-4"));
        var now = await(orders.find(order.id()));
        Flux.range(0, now.timeline().size())
                .concatMap(index -> Flux.fromIterable(followers).concatMap(follower -> follower.happened(now, index)))
                .then()
                .block(PATIENCE);
        assertThat(letters("order-" + order.id() + "-")).as("told again").hasSize(4);
    }

    @Test
    void sendsTheWayOnlyToTheAddressOnTheOrder() {
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY);

        ask(order, "ai.khac@sample.test");
        ask(order, "0912345679");
        assertThat(linkLetters(order)).isEmpty();

        ask(order, "0912 345 678");
        assertThat(linkLetters(order))
                .singleElement()
                .satisfies(letter -> assertThat(letter.getString("text")).contains(await(links.linkTo(order.id()))));
        resending.ask("OMNOTHING00000", "0912345678", "1.1.1.1").block(PATIENCE);
    }

    @Test
    void letsNobodyFillAMailbox() {
        clock.moveToNext(Duration.ofHours(1));
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY);

        IntStream.range(0, 6)
                .forEach(i -> resending
                        .ask(order.number().toLowerCase(Locale.ROOT), "NGUOI.mua@sample.test", "10.0.0." + i)
                        .block(PATIENCE));

        assertThat(linkLetters(order)).hasSize(3);
    }

    @Test
    void keepsNobodyFromTheirOrderByGuessing() {
        clock.moveToNext(Duration.ofHours(1));
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY);

        IntStream.range(0, 10)
                .forEach(i -> resending
                        .ask(order.number(), "ai.khac@sample.test", "10.1.0." + i % 2)
                        .block(PATIENCE));
        ask(order, "0912 345 678");

        assertThat(linkLetters(order)).hasSize(1);
    }

    @Test
    void writesNothingAboutThePastOfAnOrder(@Autowired List<OrderFollower> followers) {
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY);
        eventually(() -> assertThat(letters("order-" + order.id() + "-")).hasSize(1));
        var _ = await(Mono.from(database.getCollection("mails").deleteOne(Filters.eq("order-" + order.id() + "-0"))));

        clock.move(Duration.ofHours(49));
        Flux.fromIterable(followers)
                .concatMap(follower -> follower.happened(order, 0))
                .then()
                .block(PATIENCE);

        assertThat(letters("order-" + order.id() + "-")).isEmpty();
    }

    @Test
    void changesTheCodeOfAnOrderWhoseLinkLeaked() {
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY);
        var code = ids.next(PickupTicket.LENGTH).toUpperCase(Locale.ROOT);
        var ticket = new PickupTicket(code, clock.instant(), clock.instant().plusSeconds(60), null, null);
        var parcels = order.shipments().with(ticket).next();
        var ready =
                await(orders.change(order.id(), OrderChange.from(order.state()).shipments(parcels)));

        assertThat(await(resending.reissue(ready, true))).isTrue();

        var now = Objects.requireNonNull(
                await(orders.find(order.id())).shipments().pickup());
        assertThat(now.code()).hasSize(PickupTicket.LENGTH).isNotEqualTo(code);
        assertThat(await(orders.withPickupCode(code).collectList())).isEmpty();
    }

    @Test
    void sendsAnotherLinkWhenTheOldOneLeaked() {
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY);
        var leaked = await(links.token(order.id()));

        assertThat(await(resending.reissue(order, true))).isTrue();

        assertThat(await(links.opens(order.id(), leaked))).isFalse();
        assertThat(linkLetters(order))
                .singleElement()
                .satisfies(letter -> assertThat(letter.getString("text"))
                        .contains(await(links.linkTo(order.id())))
                        .doesNotContain(leaked));
    }

    private void ask(Order order, String contact) {
        resending.ask(order.number(), contact, ids.next(8)).block(PATIENCE);
    }

    private Order ordered(PaymentMethod method) {
        return ((Prepared) prepare(cartOf(2, onSale(35_000, 5)), method, 70_000)).order();
    }

    private List<Document> linkLetters(Order order) {
        return letters("order-link-" + order.id() + "-");
    }

    private List<Document> letters(String prefix) {
        return await(Flux.from(database.getCollection("mails").find(Filters.regex("_id", "^" + prefix)))
                .collectList());
    }
}
