package vn.ocopmarket.storefront.refund;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.payment.ReturningMoney;

@Configuration(proxyBeanMethods = false)
class RefundConfiguration {

    @Bean
    RefundingOrder refundingOrder(Orders orders, ReturningMoney money, UnitsAskedFor asked) {
        return new RefundingOrder(orders, money, asked);
    }
}
