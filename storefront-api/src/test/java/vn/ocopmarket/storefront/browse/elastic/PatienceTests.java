package vn.ocopmarket.storefront.browse.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.SearchUnavailable;
import vn.ocopmarket.storefront.browse.domain.Wordings;

/** A page has one time for all that is asked for it, however many small searches that are. */
class PatienceTests {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration MUCH_LONGER = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int found;
    private volatile boolean alwaysSlow;
    private HttpServer server;
    private ElasticListings listings;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        var settings = new BrowseSettings(
                List.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                "products",
                PATIENCE,
                URI.create("http://127.0.0.1:9"),
                Duration.ofSeconds(1));
        var configuration = new ElasticConfiguration();
        var elasticsearch = new Elasticsearch(
                configuration.elasticsearchConnection(settings), configuration.elasticsearchBreaker(), settings);
        listings = new ElasticListings(
                elasticsearch, JsonMapper.builder().build(), Wordings.published(), TestIndex.RANKING);
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void saysThatItCannotTellWhenThereWasNoTimeForOtherWords() {
        assertThatThrownBy(() -> search(null)).isInstanceOf(SearchUnavailable.class);
        assertThat(asked).as("some other words were tried").hasValueGreaterThan(1);
    }

    @Test
    void answersWithWhatThereIsWhenThereWasNoTimeForMore() {
        found = 1;
        var page = search(null);
        assertThat(page.total()).isEqualTo(1);
        assertThat(page.match()).isEqualTo(SearchPage.Match.EXACT);
    }

    @Test
    void hasNoMoreTimeForPagesThatBeginAMoment() {
        found = 100;
        alwaysSlow = true;
        var first = query("nuoc mam", null);
        var second = query("nuoc mam", Cursors.after(first, "7.5", "p1", null, List.of()));

        assertThatThrownBy(() -> listings.search(second).block(MUCH_LONGER)).isInstanceOf(SearchUnavailable.class);
    }

    private static ProductQuery query(String q, @Nullable String cursor) {
        return new ProductQuery(q, Filters.NONE, LocalDate.of(2026, 11, 22), Sort.RELEVANCE, 20, cursor);
    }

    private SearchPage search(@Nullable String cursor) {
        var query = query("nuocs mam hoaa quar muoi toom", cursor);
        return java.util.Objects.requireNonNull(listings.search(query).block(MUCH_LONGER));
    }

    /** The first at once, the others each within the time that a single search has. */
    private void answer(HttpExchange exchange) throws IOException {
        var _ = exchange.getRequestBody().readAllBytes();
        try {
            if (asked.incrementAndGet() > 1 || alwaysSlow) {
                var _ = end.await(PATIENCE.toMillis() * 3 / 5, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
            var total = asked.get() == 1 || alwaysSlow ? found : 0;
            var bytes = ("{\"id\":\"m1\",\"hits\":{\"total\":{\"value\":" + total
                            + ",\"relation\":\"eq\"},\"hits\":[]},\"status\":200}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }
}
