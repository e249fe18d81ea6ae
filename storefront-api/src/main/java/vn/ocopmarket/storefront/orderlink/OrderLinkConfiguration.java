package vn.ocopmarket.storefront.orderlink;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.order.OrdersOfBuyers;

@Configuration(proxyBeanMethods = false)
class OrderLinkConfiguration {

    private static final int SECRET_LENGTH = 52;

    @Bean
    OrderLinks orderLinks(
            Environment environment,
            OrderLinks.Secrets secrets,
            OrderLinks.Issues issues,
            OrdersOfBuyers owners,
            RandomIds ids) {
        var configured = environment.getProperty("ocop.order.link-secret", "");
        var secret = configured.isBlank()
                ? Mono.defer(() -> secrets.keptOr(ids.next(SECRET_LENGTH)))
                : Mono.just(configured);
        return new OrderLinks(secret, issues, owners, environment.getRequiredProperty("ocop.pages.base-url"));
    }
}
