package vn.ocopmarket.storefront.buyer;

import java.time.Clock;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.cart.Carts;
import vn.ocopmarket.storefront.notification.SendingMail;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.OrdersOfBuyers;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.pages.PagesSettings;
import vn.ocopmarket.storefront.signin.Sessions;
import vn.ocopmarket.storefront.throttle.CountingAttempts;

/** Wires what buyers sign in with from its ports. */
@Configuration(proxyBeanMethods = false)
class BuyerConfiguration {

    @Bean
    CodeLimits codeLimits(CountingAttempts counting) {
        return new CodeLimits(counting);
    }

    @Bean
    CodeLetters codeLetters(MessageSource messages, PagesSettings pages) {
        return new CodeLetters(messages, pages.baseUrl());
    }

    @Bean
    SendingCodes sendingCodes(
            SignInCodes codes,
            Accounts staff,
            CodeLetters letters,
            SendingMail sending,
            CodeLimits limits,
            Clock clock) {
        return new SendingCodes(codes, staff, letters, sending, limits, clock);
    }

    @Bean
    EnteringCodes enteringCodes(SignInCodes codes, Buyers buyers, CodeLimits limits, RandomIds ids, Clock clock) {
        return new EnteringCodes(codes, buyers, limits, ids, clock);
    }

    @Bean
    KeepingBuyers keepingBuyers(Sessions sessions, Buyers buyers, RandomIds ids, Clock clock) {
        return new KeepingBuyers(sessions, buyers, ids, clock);
    }

    @Bean
    ClaimingOrders claimingOrders(Orders orders, OrderLinks links, OrdersOfBuyers owners) {
        return new ClaimingOrders(orders, links, owners);
    }

    @Bean
    ForgettingBuyers forgettingBuyers(Buyers buyers, KeepingBuyers sessions, Carts carts, OrdersOfBuyers orders) {
        return new ForgettingBuyers(buyers, sessions, carts, orders);
    }
}
