package vn.ocopmarket.storefront.desk;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How desks reach the catalogue.
 *
 * @param timeout after which it counts as down
 * @param largest answer in megabytes
 */
@ConfigurationProperties("ocop.desk")
public record DeskSettings(
        URI catalogUrl,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("32") int largest) {}
