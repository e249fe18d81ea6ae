package vn.ocopmarket.catalog.links;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How links elsewhere are watched.
 *
 * @param monitor whether anything is asked at all
 * @param userAgent tells webmasters who asks, and where to complain
 * @param timeout for one answer, its redirects included
 * @param hostPause between two questions to one host
 * @param poll how often it is looked for links that are due
 * @param sync how often the links of all products are noted anew
 */
@ConfigurationProperties("ocop.links")
public record LinksSettings(
        @DefaultValue("false") boolean monitor,

        @DefaultValue("OCOPMarketLinkCheck/1.0 (+https://ocopmarket.vn/about/links)")
        String userAgent,

        @DefaultValue("10s") Duration timeout,
        @DefaultValue("3s") Duration hostPause,
        @DefaultValue("10s") Duration poll,
        @DefaultValue("10m") Duration sync) {}
