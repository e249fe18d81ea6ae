package vn.ocopmarket.storefront.browse.elastic;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.browse.InvalidCursor;

/** The connection to Elasticsearch; a server that is away is noticed in well under a second. */
@Configuration(proxyBeanMethods = false)
class ElasticConfiguration {

    private static final Timeout CONNECT = Timeout.of(500, TimeUnit.MILLISECONDS);

    private static final int CONNECTIONS = 64;

    private static final int ALL = 100;

    private static final int FAILURES_IN_A_ROW = 3;

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Stops asking a server that failed several times in a row, for a moment each time, so that nobody waits for it. */
    @Bean
    CircuitBreaker elasticsearchBreaker() {
        return CircuitBreaker.of(
                "elasticsearch",
                CircuitBreakerConfig.custom()
                        .slidingWindow(
                                FAILURES_IN_A_ROW,
                                FAILURES_IN_A_ROW,
                                CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(ALL)
                        .waitDurationInOpenState(PAUSE)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .ignoreExceptions(IllegalStateException.class, InvalidCursor.class)
                        .build());
    }

    @Bean
    AsideWorker asideWorker(MeterRegistry meters) {
        var undone = Counter.builder("search.aside.undone")
                .description("Work beside searches that was left undone, as too much of it was under way")
                .register(meters);
        return new AsideWorker(undone::increment);
    }

    @Bean(destroyMethod = "close")
    Rest5Client elasticsearchConnection(BrowseSettings settings) {
        return Rest5Client.builder(settings.elasticsearchUris())
                .setMetaHeaderEnabled(false)
                // Packing costs both sides more than a local network does.
                .setHttpClientConfigCallback(HttpAsyncClientBuilder::disableContentCompression)
                .setConnectionConfigCallback(connection -> connection.setConnectTimeout(CONNECT))
                // The strict pool has one lock, and the threads of requests must not wait.
                .setConnectionManagerCallback(manager -> manager.setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setMaxConnPerRoute(CONNECTIONS))
                .setRequestConfigCallback(request -> request.setResponseTimeout(
                        Timeout.of(settings.searchTimeout().toMillis(), TimeUnit.MILLISECONDS)))
                .build();
    }
}
