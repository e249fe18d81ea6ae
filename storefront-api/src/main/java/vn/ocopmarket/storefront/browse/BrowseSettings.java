package vn.ocopmarket.storefront.browse;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where products are looked up, and for how long.
 *
 * @param index alias that holds the products
 * @param searchTimeout after which the index counts as down
 * @param catalogTimeout after which the catalogue counts as down
 */
@ConfigurationProperties("ocop.browse")
public record BrowseSettings(
        List<URI> elasticsearchUris, String index, Duration searchTimeout, URI catalogUrl, Duration catalogTimeout) {

    public BrowseSettings {
        elasticsearchUris = List.copyOf(elasticsearchUris);
    }
}
