package vn.ocopmarket.bench.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.ocopmarket.standalone.RunningMarket;

/** An indexer that reads a generated source and writes the index of a market; nobody starts it again when it is killed. */
public final class OwnIndexer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final int LAST_WORDS_SECONDS = 20;
    private static final Duration REBUILD = Duration.ofMinutes(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final String address;

    private OwnIndexer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Returns when it is ready. */
    public static OwnIndexer start(Path home, RunningMarket market, GeneratedSource source, String name)
            throws IOException, InterruptedException {
        var port = freePort();
        var process = RunningMarket.startIndexer(
                home,
                market.data().resolve("logs/" + name + ".log"),
                Map.of(
                        "INDEXER_PORT", Integer.toString(port),
                        "CATALOG_URL", source.catalog(),
                        "STOREFRONT_URL", source.storefront(),
                        "SERVICE_ACCOUNT_EMAIL", "bench",
                        "SERVICE_ACCOUNT_PASSWORD", "bench",
                        "MONGODB_URI", market.mongo(),
                        "ELASTICSEARCH_URIS", market.elasticsearch(),
                        // Nothing but what is measured.
                        "OCOP_RECONCILE_FIRST", "1d"));
        var indexer = new OwnIndexer(process, "http://127.0.0.1:" + port);
        indexer.awaitReady();
        return indexer;
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Makes the index anew; returns what it reports when that is done. */
    public String rebuild() throws IOException, InterruptedException {
        var answer = post("rebuild");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("a rebuild answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Compares the index with the source, repairs it, and says what was wrong. */
    public String reconcile() throws IOException, InterruptedException {
        return post("reconcile").body();
    }

    private HttpResponse<String> post(String endpoint) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + "/actuator/" + endpoint))
                        .timeout(REBUILD)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Resident memory in MB now. */
    public double residentMegabytes() {
        try (var lines = Files.lines(Path.of("/proc/" + pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    private void awaitReady() throws InterruptedException {
        var deadline = System.nanoTime() + START.toNanos();
        var ready = HttpRequest.newBuilder(URI.create(address + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (!answers(ready)) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IllegalStateException("the indexer does not start");
            }
            Thread.sleep(100);
        }
    }

    private boolean answers(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (process.onExit()
                .completeOnTimeout(process, LAST_WORDS_SECONDS, TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            process.destroyForcibly();
        }
    }
}
