package vn.ocopmarket.storefront.einvoice.hand;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.einvoice.InvoiceProvider;

/** People issue invoices as long as no provider is chosen. */
@Configuration(proxyBeanMethods = false)
class HandConfiguration {

    @Bean
    @ConditionalOnProperty(name = "ocop.invoices", havingValue = "by-hand", matchIfMissing = true)
    InvoiceProvider issuingByHand() {
        return new IssuingByHand();
    }
}
