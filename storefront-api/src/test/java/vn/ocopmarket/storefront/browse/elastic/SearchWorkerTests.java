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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.browse.SearchUnavailable;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Found;

/** Who goes with whom, and that nobody gets another's answer or fate. The server finds as many products as it is asked for. */
class SearchWorkerTests {

    private static final String LATE = "9999";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Semaphore answers = new Semaphore(0);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile UnaryOperator<String> answer = SearchWorkerTests::found;
    private HttpServer server;
    private SearchWorker searches;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        var settings = new BrowseSettings(
                List.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                "products",
                Duration.ofSeconds(20),
                URI.create("http://127.0.0.1:9"),
                Duration.ofSeconds(1));
        var configuration = new ElasticConfiguration();
        var elasticsearch = new Elasticsearch(
                configuration.elasticsearchConnection(settings), configuration.elasticsearchBreaker(), settings);
        searches = new SearchWorker(
                elasticsearch, new SearchAnswer(JsonMapper.builder().build()), 1);
    }

    @AfterEach
    void stop() {
        answers.release(1_000);
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void goesAtOnceWhenNothingIsUnderWay() {
        answers.release();

        assertThat(total(7).block()).isEqualTo(7L);
        assertThat(asked).containsExactly("/products/_search");
    }

    @Test
    void goesTogetherWithThoseThatCameMeanwhileAndEachGetsItsOwnAnswer() throws Exception {
        var first = ask(1);
        awaitAsked(1);
        var others = IntStream.range(2, 10).mapToObj(this::ask).toList();
        answers.release(2);

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1L);
        for (var i = 0; i < others.size(); i++) {
            assertThat(others.get(i).get(10, TimeUnit.SECONDS)).isEqualTo(i + 2L);
        }
        assertThat(asked).containsExactly("/products/_search", "/products/_msearch");
    }

    @Test
    void isSentOnWhenWhatIsUnderWayTakesTooLong() throws Exception {
        var slow = ask(Integer.parseInt(LATE));
        awaitAsked(1);
        var behind = ask(5);

        assertThat(behind.get(10, TimeUnit.SECONDS)).isEqualTo(5L);
        assertThat(slow).isNotDone();
    }

    @Test
    void isNotHurtByOneThatIsRefused() throws Exception {
        answer = query -> query.contains("\"size\":3")
                ? "{\"error\":{\"type\":\"rejected\"},\"status\":429}"
                : query.contains("\"size\":4") ? "{\"error\":{\"type\":\"parsing\"},\"status\":400}" : found(query);
        var first = ask(1);
        awaitAsked(1);
        var well = ask(2);
        var rejected = ask(3);
        var wrong = ask(4);
        answers.release(2);

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1L);
        assertThat(well.get(10, TimeUnit.SECONDS)).isEqualTo(2L);
        assertThatThrownBy(() -> rejected.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SearchUnavailable.class);
        assertThatThrownBy(() -> wrong.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not understand us");
    }

    @Test
    void isNotHurtByOneThatLeaves() throws Exception {
        var first = searches.search(query(1)).subscribe();
        awaitAsked(1);
        var leaving = searches.search(query(2)).subscribe();
        var staying = ask(3);
        first.dispose();
        leaving.dispose();
        answers.release(2);

        assertThat(staying.get(10, TimeUnit.SECONDS)).isEqualTo(3L);
        assertThat(asked).containsExactly("/products/_search", "/products/_search");
    }

    @Test
    void failsTogetherAndServesTheNext() throws Exception {
        answer = _ -> {
            throw new IllegalStateException("down");
        };
        var first = ask(1);
        awaitAsked(1);
        var second = ask(2);
        answers.release(2);
        assertThatThrownBy(() -> first.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(SearchUnavailable.class);
        assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(SearchUnavailable.class);

        answer = SearchWorkerTests::found;
        answers.release();
        assertThat(total(6).block()).isEqualTo(6L);
    }

    @Test
    void losesNobodyAmongManyThreads() throws Exception {
        answers.release(1_000_000);
        var all = IntStream.range(1, 2_000)
                .mapToObj(size -> CompletableFuture.supplyAsync(() -> ask(size), threads))
                .toList();

        for (var size = 1; size < 2_000; size++) {
            assertThat(all.get(size - 1).get(30, TimeUnit.SECONDS).get(30, TimeUnit.SECONDS))
                    .isEqualTo(size);
        }
        assertThat(asked).contains("/products/_msearch").hasSizeLessThan(2_000);
    }

    private CompletableFuture<@Nullable Long> ask(int size) {
        return total(size).toFuture();
    }

    private Mono<Long> total(int size) {
        return searches.search(query(size)).map(Found::total);
    }

    private static byte[] query(int size) {
        return ("{\"size\":" + size + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static String found(String query) {
        var size = query.replaceAll("\\D", "");
        return "{\"hits\":{\"total\":{\"value\":" + size + ",\"relation\":\"eq\"},\"hits\":[]},\"status\":200}";
    }

    private void awaitAsked(int requests) {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (asked.size() < requests) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestURI().getPath());
        if (body.contains(LATE)) {
            answers.acquireUninterruptibly(500);
        } else if (asked.size() == 1 || answers.availablePermits() > 0) {
            answers.acquireUninterruptibly();
        }
        var path = exchange.getRequestURI().getPath();
        try {
            var text = path.endsWith("_msearch")
                    ? body.lines()
                            .filter(line -> !line.equals("{}"))
                            .map(answer)
                            .collect(Collectors.joining(",", "{\"took\":1,\"responses\":[", "]}"))
                    : answer.apply(body);
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IllegalStateException down) {
            exchange.sendResponseHeaders(503, -1);
        } finally {
            exchange.close();
        }
    }
}
