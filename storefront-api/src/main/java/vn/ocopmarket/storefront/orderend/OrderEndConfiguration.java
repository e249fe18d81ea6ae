package vn.ocopmarket.storefront.orderend;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.payment.TakingPayment;
import vn.ocopmarket.storefront.promotion.RedeemingVouchers;

@Configuration(proxyBeanMethods = false)
class OrderEndConfiguration {

    @Bean
    SettlingOrder settlingOrder(
            Orders orders, HoldingStock stock, RedeemingVouchers vouchers, TakingPayment payments, Clock clock) {
        return new SettlingOrder(orders, stock, vouchers, payments, clock);
    }

    @Bean
    CancellingOrder cancellingOrder(Orders orders, TakingPayment payments, SettlingOrder settling, Clock clock) {
        return new CancellingOrder(orders, payments, settling, clock);
    }
}
