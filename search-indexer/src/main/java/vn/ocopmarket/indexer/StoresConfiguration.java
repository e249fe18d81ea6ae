package vn.ocopmarket.indexer;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.URI;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The clients of the two stores. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ElasticsearchSettings.class)
class StoresConfiguration {

    @Bean
    MongoDatabase database(MongoClient client, MongoProperties properties) {
        var name = properties.getDatabase();
        return client.getDatabase(name == null ? "indexer" : name);
    }

    @Bean(destroyMethod = "close")
    ElasticsearchAsyncClient elasticsearch(ElasticsearchSettings settings, JsonMapper json) {
        var hosts =
                settings.uris().stream().map(URI::create).map(HttpHost::create).toArray(HttpHost[]::new);
        var http = Rest5Client.builder(hosts)
                .setHttpClientConfigCallback(client -> client.setIOReactorConfig(
                        IOReactorConfig.custom().setIoThreadCount(1).build()))
                .build();
        return new ElasticsearchAsyncClient(new Rest5ClientTransport(http, new Jackson3JsonpMapper(json)));
    }
}
