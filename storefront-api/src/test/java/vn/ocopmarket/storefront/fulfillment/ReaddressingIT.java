package vn.ocopmarket.storefront.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome.MoveRefused;
import vn.ocopmarket.storefront.order.OrderOutcome.Moved;
import vn.ocopmarket.storefront.order.OrderOutcome.OrderUnknown;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders.Work;
import vn.ocopmarket.storefront.order.TimelineEntry;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** Somebody else gets the order, or it goes to another door. */
class ReaddressingIT extends CommerceIT {

    @Autowired
    ReaddressingOrder readdressing;

    @Autowired
    FulfillingOrder fulfilling;

    @Test
    void correctsWhomItGoesToUntilItIsPacked() {
        var order = ((Prepared) prepare(cartOf(1, onSale(35_000, 5)), PaymentMethod.CASH_ON_DELIVERY, 35_000)).order();

        for (int i = 0; i < 2; i++) {
            assertThat(await(readdressing.readdress(order.id(), "Trần Văn Khác", "0987654321", "2 ngõ Khác")))
                    .isInstanceOf(Moved.class);
        }

        var now = await(orders.find(order.id()));
        assertThat(now.contact().name()).isEqualTo("Trần Văn Khác");
        assertThat(now.delivery()).isInstanceOfSatisfying(Delivery.Ship.class, ship -> {
            assertThat(ship.street()).isEqualTo("2 ngõ Khác");
            assertThat(ship.communeCode()).isEqualTo("00004");
        });
        assertThat(now.timeline()).extracting(TimelineEntry::what).containsOnlyOnce(What.READDRESSED);
        var found = orders.work(
                new Work(OrderState.CONFIRMED, EnumSet.allOf(FulfillmentState.class), null, null, "4321"), null, 50);
        assertThat(await(found.collectList())).extracting(Order::id).contains(order.id());
        assertThat(await(fulfilling.pack(order.id()))).isInstanceOf(Moved.class);
        assertThat(await(readdressing.readdress(order.id(), "Ai đó", "0987654321", null)))
                .isInstanceOf(MoveRefused.class);
        assertThat(await(readdressing.readdress("nothing", "Ai đó", "0987654321", null)))
                .isInstanceOf(OrderUnknown.class);
    }
}
