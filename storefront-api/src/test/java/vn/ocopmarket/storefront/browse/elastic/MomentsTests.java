package vn.ocopmarket.storefront.browse.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ocopmarket.testing.Eventually.eventually;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.storefront.browse.BrowseSettings;

/** How many moments are open, however many people leaf. The server only counts. */
class MomentsTests {

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean up = true;
    private volatile boolean closes = true;
    private HttpServer server;
    private Moments moments;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var isOpening = exchange.getRequestMethod().equals("POST");
            if (!isOpening && !closes) {
                waitForTheEnd();
            }
            var answer = "{\"id\":\"m" + (isOpening ? opened : closed).incrementAndGet() + "\"}";
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(up ? 200 : 503, answer.length());
            try (var body = exchange.getResponseBody()) {
                body.write(answer.getBytes(StandardCharsets.US_ASCII));
            }
        });
        server.start();
        var configuration = new ElasticConfiguration();
        var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var settings = new BrowseSettings(
                List.of(uri),
                "products",
                Duration.ofSeconds(20),
                URI.create("http://127.0.0.1:9"),
                Duration.ofSeconds(1));
        moments = new Moments(
                new Elasticsearch(
                        configuration.elasticsearchConnection(settings),
                        configuration.elasticsearchBreaker(),
                        settings),
                work -> {
                    var _ = work.subscribe();
                },
                nanos::get);
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void areSharedByThoseWhoComeTogether() {
        assertThat(List.of(recent(), recent(), recent())).containsOnly("m1");
        passes(Duration.ofMillis(150));
        assertThat(recent()).isEqualTo("m2");
    }

    @Test
    void areNeverManyAndAllEnd() {
        var most = new ArrayList<Integer>();
        for (var time = 0; time < 6_000; time++) {
            var _ = recent();
            most.add(moments.open());
            passes(Duration.ofSeconds(1));
        }
        assertThat(most).allSatisfy(open -> assertThat(open).isLessThan(120));
        eventually(() -> assertThat(opened.get() - closed.get()).isLessThan(120));

        passes(Moments.LIFE);
        var _ = recent();
        assertThat(moments.open()).isEqualTo(1);
        eventually(() -> assertThat(opened.get() - closed.get()).isEqualTo(1));
    }

    @Test
    void letNobodyWaitUntilOldOnesAreClosed() {
        var _ = recent();
        passes(Moments.LIFE);
        closes = false;

        assertThat(moments.recent().block(Duration.ofSeconds(10))).isEqualTo("m2");
        closes = true;
        end.countDown();
        eventually(() -> assertThat(closed).hasValue(1));
    }

    @Test
    void areBegunAgainAfterAFailure() {
        up = false;
        assertThatThrownBy(this::recent).isNotNull();
        up = true;
        assertThat(recent()).isNotNull();
        assertThat(moments.open()).isEqualTo(1);
    }

    private void passes(Duration time) {
        var _ = nanos.addAndGet(time.toNanos());
    }

    private String recent() {
        return String.valueOf(moments.recent().block(Duration.ofSeconds(20)));
    }
}
