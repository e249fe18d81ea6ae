package vn.ocopmarket.storefront.shipping;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.inventory.Locations;

/** A carrier of its own is a bean of {@link ShippingQuotes} under another value of {@code ocop.shipping.quotes}. */
@Configuration(proxyBeanMethods = false)
class ShippingConfiguration {

    @Bean
    @ConditionalOnProperty(name = "ocop.shipping.quotes", havingValue = "tariff", matchIfMissing = true)
    ShippingQuotes tariffQuotes() {
        return new TariffQuotes(TariffFile.zones(), TariffFile.tariff());
    }

    @Bean
    QuotingShipping quotingShipping(ShippingQuotes quotes, Locations locations, Clock clock) {
        return new QuotingShipping(quotes, locations, TariffFile.packing(), clock);
    }
}
