package vn.ocopmarket.storefront.ordernews;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.notification.SendingMail;
import vn.ocopmarket.storefront.order.OrderNews;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.throttle.CountingAttempts;

@Configuration(proxyBeanMethods = false)
class OrderNewsConfiguration {

    private static final Duration PERIOD = Duration.ofSeconds(2);

    @Bean
    PeriodicWorker orderNewsWorker(OrderNews news, ObjectProvider<OrderFollower> followers, Clock clock) {
        var telling = new TellingFollowers(news, () -> followers.stream().toList(), clock);
        return new PeriodicWorker("telling what happened to orders", PERIOD, telling::tellDue);
    }

    @Bean
    OrderLetters orderLetters(OrderLinks links, ObjectProvider<CopyOfOrder> copies, MessageSource messages) {
        return new OrderLetters(links, copies::getIfAvailable, messages);
    }

    @Bean
    OrderFollower writingToBuyers(OrderLetters letters, SendingMail mails, Clock clock) {
        return new WritingToBuyers(letters, mails, clock);
    }

    @Bean
    ResendingLinks resendingLinks(
            Orders orders, OrderLinks links, OrderLetters letters, SendingMail mails, CountingAttempts counting) {
        return new ResendingLinks(orders, links, letters, mails, counting);
    }
}
