package vn.ocopmarket.storefront.fulfillment;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.fulfillment.ShippingOrder.PickupTerms;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.orderend.SettlingOrder;
import vn.ocopmarket.storefront.pos.CollectedCash;
import vn.ocopmarket.storefront.throttle.CountingAttempts;

@Configuration(proxyBeanMethods = false)
class FulfillmentConfiguration {

    private static final Duration REMIND = Duration.ofDays(3);
    private static final Duration KEEP = Duration.ofDays(7);

    @Bean
    Carriers carriers() {
        return Carriers.read();
    }

    @Bean
    OrderDesk orderDesk(Orders orders) {
        return new OrderDesk(orders);
    }

    @Bean
    PickupTerms pickupTerms(Environment environment, RandomIds ids) {
        return new PickupTerms(
                ids,
                environment.getProperty("ocop.pickup.remind", Duration.class, REMIND),
                environment.getProperty("ocop.pickup.keep", Duration.class, KEEP));
    }

    @Bean
    ShippingOrder shippingOrder(
            Orders orders, HoldingStock stock, SettlingOrder settling, PickupTerms terms, Clock clock) {
        return new ShippingOrder(orders, stock, settling, terms, clock);
    }

    @Bean
    CollectingOrder collectingOrder(
            Orders orders, ShippingOrder shipping, SettlingOrder settling, PickupTerms terms, Clock clock) {
        return new CollectingOrder(orders, shipping, settling, terms, clock);
    }

    @Bean
    FulfillingOrder fulfillingOrder(ShippingOrder shipping, CollectingOrder collecting) {
        return new FulfillingOrder(shipping, collecting);
    }

    @Bean
    ReaddressingOrder readdressingOrder(Orders orders, Clock clock) {
        return new ReaddressingOrder(orders, clock);
    }

    @Bean
    DroppingUnits droppingUnits(Orders orders, HoldingStock stock, PickupTerms terms, Clock clock) {
        return new DroppingUnits(orders, stock, terms, clock);
    }

    @Bean
    CollectedCash cashOfPickups(Orders orders, Clock clock) {
        return new CashOfPickups(orders, clock.getZone());
    }

    @Bean
    HandingOverByCode handingOverByCode(
            Orders orders, CollectingOrder collecting, CountingAttempts counting, Clock clock) {
        return new HandingOverByCode(orders, collecting, counting, clock);
    }
}
