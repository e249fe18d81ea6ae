package vn.ocopmarket.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The store's process is killed in the middle of writing and relaying. */
class ServerKillIT {

    private static final int ORDERS = 800;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @TempDir
    Path folder;

    private record Server(Process process, String uri) {}

    private Server start() throws IOException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "vn.ocopmarket.embeddedmongo.EmbeddedMongoMain",
                        "--data",
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var line = output.readLine();
        assertThat(line).startsWith("READY ");
        return new Server(process, line.substring("READY ".length()));
    }

    @RepeatedTest(3)
    void losesNothingAndLeavesNoGap() throws Exception {
        var first = start();
        var shop = new Shop(first.uri(), "shop");
        shop.start("before");
        var writing = write(shop).onErrorResume(_ -> Mono.empty()).toFuture();
        Shop.await(() -> acknowledged.size() > ORDERS / 2, PATIENCE);
        first.process().destroyForcibly().waitFor();
        var unused = writing.handle((_, _) -> true).get();
        shop.stop();

        var second = start();
        try (var again = new Shop(second.uri(), "shop")) {
            again.start("after");
            again.awaitDrained();
            assertWholeWith(again.entries());
        } finally {
            second.process().destroyForcibly().waitFor();
        }
    }

    private Mono<Void> write(Shop shop) {
        return Flux.range(0, ORDERS)
                .flatMap(
                        order -> {
                            var id = "o" + order;
                            return shop.create(id)
                                    .doOnSuccess(_ -> acknowledged.add(id + ":1:order.created"))
                                    .then(shop.change(id, 2))
                                    .doOnSuccess(_ -> acknowledged.add(id + ":2:order.changed"));
                        },
                        16)
                .then();
    }

    private void assertWholeWith(List<LogEntry> entries) {
        var versions = new HashMap<String, Long>();
        long expected = 1;
        for (var entry : entries) {
            assertThat(entry.number()).isEqualTo(expected++);
            if (!entry.isNoop()) {
                assertThat(entry.version()).isEqualTo(versions.getOrDefault(entry.aggregateId(), 0L) + 1);
                versions.put(entry.aggregateId(), entry.version());
            }
        }
        assertThat(entries)
                .extracting(LogEntry::eventId)
                .containsAll(acknowledged)
                .doesNotHaveDuplicates();
        System.out.printf(
                "Killed after %d acknowledged events: %d in the log, %d noops%n",
                acknowledged.size(),
                entries.size(),
                entries.stream().filter(LogEntry::isNoop).count());
    }
}
