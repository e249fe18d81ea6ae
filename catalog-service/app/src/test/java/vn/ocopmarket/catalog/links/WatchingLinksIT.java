package vn.ocopmarket.catalog.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.catalog.links.domain.Finding;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.contract.product.ProducerRecord;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.trace.LinkAnswer.Fault;

/** The monitor on a real store, with a probe that answers from the test. */
class WatchingLinksIT extends RunningCatalog {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LinksSettings QUICK = new LinksSettings(
            true, "test", Duration.ofSeconds(1), Duration.ofMillis(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

    @Autowired
    private Links links;

    @Autowired
    private Products products;

    @Autowired
    private LinkWorker worker;

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private String producerId = "";

    @BeforeEach
    void forget() {
        var _ = Mono.from(database().getCollection("linkLeases").drop()).block(PATIENCE);
        var _ = Mono.from(database().getCollection("links").drop()).block(PATIENCE);
        producerId = Objects.requireNonNull(administrator()
                        .post()
                        .uri("/api/v1/producers")
                        .bodyValue(Map.of("name", "HTX " + NUMBERS.incrementAndGet(), "province", "Vĩnh Long"))
                        .exchange()
                        .expectBody(ProducerRecord.class)
                        .returnResult()
                        .getResponseBody())
                .id();
    }

    private ProductRecord product(String traceUrl) {
        var number = NUMBERS.incrementAndGet();
        return Objects.requireNonNull(administrator()
                .post()
                .uri("/api/v1/products")
                .bodyValue(Map.of(
                        "name",
                        "Trà " + number,
                        "producerId",
                        producerId,
                        "province",
                        "Vĩnh Long",
                        "group",
                        "07",
                        "traceUrl",
                        traceUrl,
                        "variants",
                        List.of(Map.of("sku", "LK-" + number, "label", "Hộp"))))
                .exchange()
                .expectStatus()
                .is2xxSuccessful()
                .expectBody(ProductRecord.class)
                .returnResult()
                .getResponseBody());
    }

    private CheckingLinks monitor(String owner, Instant now) {
        return monitor(links, owner, now);
    }

    private CheckingLinks monitor(Links from, String owner, Instant now) {
        Probe probe = url -> Mono.fromCallable(() -> {
            asked.add(url);
            return url.contains("gone") ? Finding.answered(404, false) : Finding.answered(200, true);
        });
        var clock = Clock.fixed(now, ZoneId.of("Asia/Ho_Chi_Minh"));
        return new CheckingLinks(from, probe, products, QUICK, clock, owner);
    }

    private JsonNode answer(String address) {
        return Objects.requireNonNull(anonymous()
                .get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void isSwitchedOffUnlessConfigured() {
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void tellsTheLastAnswerAndAsksAgainOnlyWhenItIsDue() {
        var good = product("https://shop.vn/good");
        var gone = product("https://shop.vn/gone");
        var now = Instant.now();
        var monitor = monitor("one", now);

        assertThat(monitor.note().block(PATIENCE)).isGreaterThanOrEqualTo(2);
        var _ = monitor.check().block(PATIENCE);
        var _ = monitor.check().block(PATIENCE);

        assertThat(asked)
                .contains("https://shop.vn/good", "https://shop.vn/gone")
                .doesNotHaveDuplicates();
        var broken =
                answer("/api/v1/links?producer=" + producerId + "&state=BROKEN").get("items");
        assertThat(broken.size()).isOne();
        assertThat(broken.get(0).get("productId").asString()).isEqualTo(gone.id());
        assertThat(broken.get(0).get("answer").get("fault").asString()).isEqualTo(Fault.MISSING.name());
        var answers =
                answer("/api/v1/links/answers?since=" + now.minusSeconds(1)).get("items");
        assertThat(answers.toString()).contains(good.id(), gone.id());

        asked.clear();
        var _ = monitor("one", now.plus(Duration.ofHours(30))).check().block(PATIENCE);
        assertThat(asked).contains("https://shop.vn/good", "https://shop.vn/gone");
    }

    @Test
    void oneOfSeveralAsksAndAnotherFollowsWhenItIsGone() {
        var made = IntStream.range(0, 8)
                .mapToObj(i -> product("https://many.vn/" + i))
                .toList();
        assertThat(made).hasSize(8);
        var now = Instant.now();
        var _ = monitor("one", now).note().block(PATIENCE);

        var _ = Flux.range(0, 6)
                .flatMap(i -> monitor("m" + i, now).check().subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .block(PATIENCE);
        assertThat(asked).isEmpty();

        var _ = monitor("one", now).check().block(PATIENCE);
        assertThat(asked).isNotEmpty().doesNotHaveDuplicates();

        asked.clear();
        var _ = product("https://late.vn/x");
        var muchLater = now.plus(Duration.ofHours(1));
        assertThat(monitor("other", muchLater).note().block(PATIENCE)).isOne();
        var _ = monitor("other", muchLater).check().block(PATIENCE);
        assertThat(asked).contains("https://late.vn/x");
    }

    @Test
    void asksAHostOnlyAFewTimesInARow() {
        var made = IntStream.range(0, 9)
                .mapToObj(i -> product("https://one-host.vn/" + i))
                .toList();
        assertThat(made).hasSize(9);
        var monitor = monitor(oneByOne(), "one", Instant.now());
        var _ = monitor.note().block(PATIENCE);

        var _ = monitor.check().block(PATIENCE);

        assertThat(asked.stream().filter(url -> url.contains("one-host"))).hasSize(5);
    }

    /** From a store that is slower than the sites. */
    private Links oneByOne() {
        return (Links) Proxy.newProxyInstance(
                Links.class.getClassLoader(), new Class<?>[] {Links.class}, (_, method, arguments) -> {
                    var answer = method.invoke(links, arguments);
                    return method.getName().equals("due")
                            ? ((Flux<?>) answer).delayElements(Duration.ofMillis(20))
                            : answer;
                });
    }
}
