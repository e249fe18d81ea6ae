package vn.ocopmarket.storefront.notification.phone;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.notification.PhoneMessages;

/** Nothing goes to phones as long as no adapter that can send is chosen. */
@Configuration(proxyBeanMethods = false)
class PhoneConfiguration {

    @Bean
    @ConditionalOnProperty(name = "ocop.phone-messages", havingValue = "off", matchIfMissing = true)
    PhoneMessages phoneMessages() {
        return new NoPhoneMessages();
    }
}
