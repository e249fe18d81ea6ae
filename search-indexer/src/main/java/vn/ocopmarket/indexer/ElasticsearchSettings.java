package vn.ocopmarket.indexer;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the index is.
 *
 * @param uris any nodes of the cluster
 * @param index the alias that readers know; the indices behind it have names that begin with it
 */
@ConfigurationProperties("ocop.elasticsearch")
public record ElasticsearchSettings(List<String> uris, String index) {}
