package vn.ocopmarket.storefront.recall;

import java.time.Clock;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.browse.RecallsOfProduct;
import vn.ocopmarket.storefront.browse.TraceOfProduct;
import vn.ocopmarket.storefront.inventory.FollowingLot;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.StoppingSale;
import vn.ocopmarket.storefront.notification.SendingMail;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.orderview.RecallsOfOrder;
import vn.ocopmarket.storefront.pages.PagesSettings;
import vn.ocopmarket.storefront.trace.KnownLinks;
import vn.ocopmarket.storefront.trace.ProductLots;

@Configuration(proxyBeanMethods = false)
class RecallConfiguration {

    @Bean
    RecalledLots recalledLots() {
        return new RecalledLots();
    }

    @Bean
    TraceOfProduct traceOfProduct(ProductLots lots, KnownLinks links, RecalledLots recalled) {
        return new TellingTrace(lots, links, recalled);
    }

    @Bean
    RecallsOfProduct recallsOfProduct(RecalledLots recalled) {
        return recalled::ofProduct;
    }

    @Bean
    RecallsOfOrder recallsOfOrder(RecalledLots recalled) {
        return new RecalledGoods(recalled);
    }

    @Bean
    FollowingRecall followingRecall(FollowingLot lots, Locations locations, Orders orders) {
        return new FollowingRecall(lots, locations, orders);
    }

    @Bean
    RecallLetters recallLetters(MessageSource messages, OrderLinks links, PagesSettings settings) {
        return new RecallLetters(messages, links, settings.baseUrl());
    }

    @Bean
    NotifyingRecall notifyingRecall(
            FollowingRecall following,
            Notices notices,
            SendingMail mails,
            Accounts accounts,
            RecallLetters letters,
            Clock clock) {
        return new NotifyingRecall(following, notices, mails, accounts, letters, clock);
    }

    @Bean
    RecallWorker recallWorker(
            Recalls recalls, StoppingSale stopping, NotifyingRecall notifying, RecalledLots known, Clock clock) {
        return new RecallWorker(recalls, stopping, notifying, known, clock);
    }
}
