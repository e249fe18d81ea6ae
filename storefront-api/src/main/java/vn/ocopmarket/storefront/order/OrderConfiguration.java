package vn.ocopmarket.storefront.order;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.payment.TakingPayment;

@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

    private static final int SECRET_LENGTH = 52;

    @Bean
    OrderLinks orderLinks(Environment environment, OrderLinks.Secrets secrets, RandomIds ids) {
        var configured = environment.getProperty("ocop.order.link-secret", "");
        var secret = configured.isBlank()
                ? Mono.defer(() -> secrets.keptOr(ids.next(SECRET_LENGTH)))
                : Mono.just(configured);
        return new OrderLinks(secret, environment.getRequiredProperty("ocop.pages.base-url"));
    }

    @Bean
    SettlingOrder settlingOrder(Orders orders, HoldingStock stock, TakingPayment payments, Clock clock) {
        return new SettlingOrder(orders, stock, payments, clock);
    }

    @Bean
    CancellingOrder cancellingOrder(Orders orders, TakingPayment payments, SettlingOrder settling, Clock clock) {
        return new CancellingOrder(orders, payments, settling, clock);
    }

    @Bean
    FulfillingOrder fulfillingOrder(Orders orders, HoldingStock stock, Clock clock) {
        return new FulfillingOrder(orders, stock, clock);
    }
}
