package vn.ocopmarket.storefront.checkout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How checkouts run.
 *
 * @param hold how long the stock of an unpaid order is held
 * @param preparing after this long a preparation that did not end is given up
 * @param look how often the worker looks for orders that wait for it
 */
@ConfigurationProperties("ocop.checkout")
record CheckoutSettings(
        @DefaultValue("15m") Duration hold,
        @DefaultValue("30s") Duration preparing,
        @DefaultValue("2s") Duration look) {}
