package vn.ocopmarket.indexer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.testing.Stores;

/** One instance of the service, and what a reader of its index sees. */
public final class RunningIndexer implements AutoCloseable {

    private static final AtomicInteger SPACES = new AtomicInteger();

    private final ConfigurableApplicationContext context;
    private final WebClient elasticsearch = WebClient.create(Stores.elasticsearchUri());
    private final String alias;

    private RunningIndexer(ConfigurableApplicationContext context, String alias) {
        this.context = context;
        this.alias = alias;
    }

    /** A name for a database and an alias of its own. */
    public static String newSpace() {
        return "indexer-test-%d-%d".formatted(ProcessHandle.current().pid(), SPACES.incrementAndGet());
    }

    public static RunningIndexer start(StubMarket market, String space, String... more) {
        Map<String, String> arguments = new HashMap<>(Map.of(
                "server.port",
                "0",
                "spring.main.banner-mode",
                "off",
                "spring.mongodb.uri",
                Stores.mongoUri(),
                "spring.mongodb.database",
                space,
                "ocop.elasticsearch.uris",
                Stores.elasticsearchUri(),
                "ocop.elasticsearch.index",
                space,
                "ocop.catalog.url",
                market.url("catalog"),
                "ocop.storefront.url",
                market.url("storefront"),
                "ocop.feed.standby",
                "200ms"));
        arguments.put("ocop.reconcile.first", "1h");
        for (var argument : more) {
            var pair = argument.split("=", 2);
            arguments.put(pair[0], pair[1]);
        }
        var application = new SpringApplication(IndexerApplication.class);
        application.addInitializers(RunningIndexer::keepNettyToItself);
        var context = application.run(arguments.entrySet().stream()
                .map(argument -> "--" + argument.getKey() + "=" + argument.getValue())
                .toArray(String[]::new));
        return new RunningIndexer(context, space);
    }

    /** Otherwise the end of one instance ends the event loops of all in this JVM. */
    private static void keepNettyToItself(ConfigurableApplicationContext context) {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setShutdownQuietPeriod(Duration.ZERO);
        ((GenericApplicationContext) context)
                .registerBean("reactorResourceFactory", ReactorResourceFactory.class, () -> resources);
    }

    /** The ids that a search for the text in names finds, by id. */
    public List<String> search(String text) {
        var answer = post("/%s/_search".formatted(alias), """
                {"size": 1000, "sort": ["id"], "_source": false, "query": {"match": {"name": "%s"}}}""".formatted(text));
        return stream(answer.at("/hits/hits"))
                .map(hit -> hit.get("_id").asString())
                .toList();
    }

    public long count() {
        return get("/%s/_count".formatted(alias)).get("count").asLong();
    }

    public JsonNode document(String id) {
        return get("/%s/_doc/%s".formatted(alias, id));
    }

    /** The name of the index behind the alias. */
    public String index() {
        return get("/_alias/" + alias).propertyNames().iterator().next();
    }

    /** The name of the newest index, live or not. */
    public String newest() {
        return get("/%s-*/_alias".formatted(alias)).propertyNames().stream()
                .sorted()
                .toList()
                .getLast();
    }

    public JsonNode get(String path) {
        return body(elasticsearch.get().uri(path));
    }

    public JsonNode post(String path, String body) {
        return body(elasticsearch
                .post()
                .uri(path)
                .header("Content-Type", "application/json")
                .bodyValue(body));
    }

    public JsonNode put(String path, String body) {
        return body(elasticsearch
                .put()
                .uri(path)
                .header("Content-Type", "application/json")
                .bodyValue(body));
    }

    public JsonNode delete(String path) {
        return body(elasticsearch.delete().uri(path));
    }

    public JsonNode management(String method, String endpoint) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        var client = WebClient.create("http://127.0.0.1:" + port + "/actuator/");
        return body(client.method(HttpMethod.valueOf(method)).uri(endpoint).header("Content-Type", "application/json"));
    }

    private static JsonNode body(WebClient.RequestHeadersSpec<?> request) {
        var answer = request.exchangeToMono(response -> response.bodyToMono(JsonNode.class)
                        .switchIfEmpty(
                                Mono.error(() -> new IllegalStateException("No body: " + response.statusCode()))))
                .block();
        if (answer == null) {
            throw new IllegalStateException("No answer");
        }
        return answer;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }

    /** Ends it in the middle of a test; harmless to repeat. What takes time after it has stopped nobody waits for. */
    public void end() {
        if (context.isRunning()) {
            context.stop();
            var _ = Thread.ofPlatform().daemon().start(context::close);
        }
    }

    @Override
    public void close() {
        end();
    }
}
