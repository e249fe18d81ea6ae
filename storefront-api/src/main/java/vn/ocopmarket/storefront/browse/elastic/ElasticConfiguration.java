package vn.ocopmarket.storefront.browse.elastic;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.browse.BrowseSettings;

/** The connection to Elasticsearch; a server that is away is noticed in well under a second. */
@Configuration(proxyBeanMethods = false)
class ElasticConfiguration {

    private static final Timeout CONNECT = Timeout.of(500, TimeUnit.MILLISECONDS);

    private static final int CONNECTIONS = 64;

    @Bean(destroyMethod = "close")
    Rest5Client elasticsearchConnection(BrowseSettings settings) {
        return Rest5Client.builder(settings.elasticsearchUris())
                .setMetaHeaderEnabled(false)
                // Packing costs both sides more than a local network does.
                .setHttpClientConfigCallback(HttpAsyncClientBuilder::disableContentCompression)
                .setConnectionConfigCallback(connection -> connection.setConnectTimeout(CONNECT))
                .setConnectionManagerCallback(
                        manager -> manager.setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(2 * CONNECTIONS))
                .setRequestConfigCallback(request -> request.setResponseTimeout(
                        Timeout.of(settings.searchTimeout().toMillis(), TimeUnit.MILLISECONDS)))
                .build();
    }
}
