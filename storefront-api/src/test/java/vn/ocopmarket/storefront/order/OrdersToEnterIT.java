package vn.ocopmarket.storefront.order;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.fulfillment.FulfillingOrder;
import vn.ocopmarket.storefront.order.OrdersToEnter.Waiting;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** Which orders wait to be entered for producers. */
class OrdersToEnterIT extends CommerceIT {

    private static final int MORE_THAN_THERE_ARE = 1_000;

    @Autowired
    OrdersToEnter toEnter;

    @Autowired
    FulfillingOrder fulfilling;

    @Autowired
    MongoDatabase database;

    @Test
    void waitsFromItsCompletionUntilItIsEntered() {
        var order = delivered();

        var waiting = waiting(order);
        assertThat(waiting).hasSize(1);
        assertThat(await(toEnter.oldest())).isBeforeOrEqualTo(clock.instant());
        assertThat(await(toEnter.completed(null, MORE_THAN_THERE_ARE)
                        .map(Reading::id)
                        .collectList()))
                .contains(order.id())
                .isSorted();

        enter(waiting.getFirst());
        assertThat(waiting(order)).isEmpty();
    }

    @Test
    void waitsAgainWhenMoneyWentBack() {
        var order = delivered();
        enter(waiting(order).getFirst());

        refund(order);

        assertThat(waiting(order)).hasSize(1);
    }

    /** It was read, its money went back, and only then it is said to be entered. */
    @Test
    void goesOnWaitingWhenItChangedWhileItWasEntered() {
        var order = delivered();
        var read = waiting(order).getFirst();
        refund(order);

        enter(read);

        assertThat(waiting(order)).hasSize(1);
    }

    /** Else the month of the sale could be closed without it. */
    @Test
    void goesOnWaitingSinceTheFirstChangeWhenAnotherFollows() {
        var order = delivered();
        var since = since(order);

        refund(order, clock.instant().plus(Duration.ofDays(31)));

        assertThat(since(order)).isEqualTo(since);
    }

    @Test
    void doesNotWaitBefore() {
        var order = ordered();
        var _ = await(fulfilling.pack(order.id()));
        var _ = await(fulfilling.handOver(order.id()));

        assertThat(waiting(order)).isEmpty();
        assertThat(await(toEnter.completed(null, MORE_THAN_THERE_ARE)
                        .map(Reading::id)
                        .collectList()))
                .doesNotContain(order.id());
    }

    @Test
    void namesAnOrderThatCannotBeReadAndReadsTheOthers() {
        var broken = delivered();
        var other = delivered();
        var stored = database.getCollection("orders");
        var _ = Mono.from(stored.updateOne(Filters.eq(broken.id()), Updates.set("payment", "LOST")))
                .block(PATIENCE);
        try {
            assertThat(waiting(other)).hasSize(1);
            var readings = new ArrayList<Reading<?>>(
                    await(toEnter.waiting(MORE_THAN_THERE_ARE).collectList()));
            readings.addAll(await(toEnter.completed(null, MORE_THAN_THERE_ARE).collectList()));
            assertThat(readings)
                    .filteredOn(reading -> reading.id().equals(broken.id()))
                    .hasSize(2)
                    .allSatisfy(reading -> assertThat(reading)
                            .isInstanceOfSatisfying(
                                    Reading.Broken.class,
                                    one -> assertThat(one.name()).isEqualTo(broken.number())));
        } finally {
            var _ = Mono.from(stored.updateOne(
                            Filters.eq(broken.id()),
                            Updates.set("payment", broken.payment().name())))
                    .block(PATIENCE);
        }
        assertThat(waiting(broken)).hasSize(1);
    }

    private Order delivered() {
        var order = ordered();
        var _ = await(fulfilling.pack(order.id()));
        var _ = await(fulfilling.handOver(order.id()));
        var _ = await(fulfilling.deliver(order.id()));
        return order;
    }

    private Order ordered() {
        var sku = onSale(10_000, 5);
        return ((Prepared) prepare(cartOf(2, sku), PaymentMethod.CASH_ON_DELIVERY, 20_000)).order();
    }

    private void enter(Waiting read) {
        toEnter.entered(read).block(PATIENCE);
    }

    private Instant since(Order order) {
        var stored = database.getCollection("orders");
        return requireNonNull(
                        Mono.from(stored.find(Filters.eq(order.id())).first()).block(PATIENCE))
                .getDate("enterSince")
                .toInstant();
    }

    private void refund(Order order) {
        refund(order, clock.instant());
    }

    private void refund(Order order, Instant at) {
        var told = OrderChange.from(OrderState.COMPLETED)
                .tellOnce(at, What.REFUNDED_IN_PART, "10000 refund-of-" + order.id());
        assertThat(await(orders.change(order.id(), told))).isNotNull();
    }

    private List<Waiting> waiting(Order order) {
        return await(toEnter.waiting(MORE_THAN_THERE_ARE)
                .mapNotNull(Reading::orNull)
                .filter(waiting -> waiting.order().id().equals(order.id()))
                .collectList());
    }
}
