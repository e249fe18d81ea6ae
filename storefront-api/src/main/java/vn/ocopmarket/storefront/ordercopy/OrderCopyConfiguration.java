package vn.ocopmarket.storefront.ordercopy;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.ordernews.CopyOfOrder;
import vn.ocopmarket.storefront.returning.ReturnTerms;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SellerSettings.class)
class OrderCopyConfiguration {

    @Bean
    WritingCopy writingCopy(MessageSource messages, OrderLinks links, SellerSettings seller, ReturnTerms returns) {
        return new WritingCopy(messages, links, new CopyWriter.Terms(seller, returns));
    }

    /** It comes with the letter that confirms the order. */
    @Bean
    CopyOfOrder copyOfOrder(WritingCopy writing) {
        return (order, language) -> writing.of(order, language).map(Copy::text);
    }
}
