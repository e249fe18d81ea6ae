package vn.ocopmarket.storefront.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.fulfillment.OrderDesk.Pile;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** What lies on the piles of the order desk, page by page. */
class OrderPilesIT extends CommerceIT {

    private static final long PRICE = 35_000;

    @Autowired
    OrderDesk desk;

    @Autowired
    FulfillingOrder fulfilling;

    @Autowired
    MongoDatabase database;

    @Test
    void fillsItsPagesWithWhatStillWaitsForARefund() {
        var waiting = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            waiting.add(cameBack().id());
            refunded(cameBack());
            refunded(cameBack());
        }

        assertThat(all(Pile.CAME_BACK, 2)).containsSubsequence(waiting);
        refunded(await(orders.find(waiting.getFirst())));
        assertThat(all(Pile.CAME_BACK, 2))
                .doesNotContain(waiting.getFirst())
                .containsSubsequence(waiting.subList(1, 4));
    }

    @Test
    void listsAgainWhatCameBackAfterARefund() {
        var order = cameBack();
        refunded(order);
        assertThat(await(orders.find(order.id())).timeline()).isNotEmpty();
        var again = OrderChange.from(OrderState.COMPLETED).tell(clock.instant(), What.RETURNED, null);
        var _ = await(orders.change(order.id(), again));

        assertThat(all(Pile.CAME_BACK, 3)).contains(order.id());
    }

    @Test
    void fillsItsPagesWithWhatIsToBeHandedOver() {
        var packed = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            packed.add(packed().id());
            var left = packed();
            assertThat(await(fulfilling.handOver(left.id()))).isInstanceOf(OrderOutcome.Moved.class);
        }

        assertThat(all(Pile.HAND_OVER, 2)).containsSubsequence(packed);
        assertThat(all(Pile.UNDERWAY, 2)).doesNotContainAnyElementsOf(packed);
    }

    /** Every page but the last is full. */
    private List<String> all(Pile pile, int limit) {
        var seen = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var page = await(desk.pile(pile, null, after, limit));
            after = page.next();
            if (after != null) {
                assertThat(page.orders()).hasSize(limit);
            }
            page.orders().forEach(order -> seen.add(order.id()));
        } while (after != null);
        assertThat(seen).doesNotHaveDuplicates();
        return seen;
    }

    private Order packed() {
        var sku = onSale(PRICE, 5);
        var order = ((Prepared) prepare(cartOf(1, sku), PaymentMethod.CASH_ON_DELIVERY, PRICE)).order();
        assertThat(await(fulfilling.pack(order.id()))).isInstanceOf(OrderOutcome.Moved.class);
        return order;
    }

    /** Only how it is stored matters here. */
    private Order cameBack() {
        var sku = onSale(PRICE, 5);
        var order = ((Prepared) prepare(cartOf(1, sku), PaymentMethod.CASH_ON_DELIVERY, PRICE)).order();
        var returned = new Document("what", "RETURNED").append("at", Date.from(clock.instant()));
        var stored = database.getCollection("orders");
        var _ = await(Mono.from(stored.updateOne(
                Filters.eq(order.id()),
                Updates.combine(
                        Updates.set("state", "COMPLETED"),
                        Updates.set("payment", "PAID"),
                        Updates.set("fulfillment", "PARTIALLY_RETURNED"),
                        Updates.push("timeline", returned)))));
        return await(orders.find(order.id()));
    }

    private void refunded(Order order) {
        var change = OrderChange.from(OrderState.COMPLETED)
                .tellOnce(clock.instant(), What.REFUNDED_IN_PART, "1000 " + order.id());
        var _ = await(orders.change(order.id(), change));
    }
}
