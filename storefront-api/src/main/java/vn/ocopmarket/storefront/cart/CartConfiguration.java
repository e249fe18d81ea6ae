package vn.ocopmarket.storefront.cart;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.inventory.FindStock;

@Configuration(proxyBeanMethods = false)
class CartConfiguration {

    @Bean
    JudgingLines judgingLines(FindProducts products, FindStock stock, Clock clock) {
        return new JudgingLines(products, stock, clock);
    }

    @Bean
    FillingCart fillingCart(Carts carts, JudgingLines judging, UnitLimits limits, RandomIds ids) {
        return new FillingCart(carts, judging, limits, ids);
    }

    @Bean
    ViewingCart viewingCart(Carts carts, JudgingLines judging) {
        return new ViewingCart(carts, judging);
    }

    @Bean
    MergingCarts mergingCarts(Carts carts) {
        return new MergingCarts(carts);
    }
}
