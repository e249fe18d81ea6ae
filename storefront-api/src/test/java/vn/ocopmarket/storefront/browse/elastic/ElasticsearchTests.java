package vn.ocopmarket.storefront.browse.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.storefront.browse.BrowseSettings;

/** How a server that fails is treated, and one that is back. */
class ElasticsearchTests {

    private static final byte[] QUERY = "{}".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean up;
    private HttpServer server;
    private Elasticsearch elasticsearch;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(up ? 200 : 500, 2);
            try (var body = exchange.getResponseBody()) {
                body.write(QUERY);
            }
        });
        server.start();
        var configuration = new ElasticConfiguration();
        var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var settings = new BrowseSettings(
                List.of(uri),
                "products",
                Duration.ofSeconds(5),
                URI.create("http://127.0.0.1:9"),
                Duration.ofSeconds(1));
        elasticsearch = new Elasticsearch(
                configuration.elasticsearchConnection(settings), configuration.elasticsearchBreaker(), settings);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isLeftAloneAfterThreeFailuresInARow() {
        for (var i = 0; i < 20; i++) {
            assertThat(answers()).isFalse();
        }
        assertThat(asked).hasValueBetween(3, 4);
    }

    @Test
    void answersAgainAlthoughBuyersNeverStopAsking() {
        for (var i = 0; i < 5; i++) {
            assertThat(answers()).isFalse();
        }
        up = true;

        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!answers()) {
            assertThat(System.nanoTime())
                    .as("refusing without asking must not count as a failure")
                    .isLessThan(deadline);
        }
        assertThat(answers()).isTrue();
    }

    private boolean answers() {
        return Boolean.TRUE.equals(
                elasticsearch.search(QUERY).map(_ -> true).onErrorReturn(false).block());
    }
}
