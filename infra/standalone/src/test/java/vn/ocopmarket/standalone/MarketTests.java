package vn.ocopmarket.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class MarketTests {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8), false);

    @TempDir
    Path folder;

    private DataFolder data;

    @BeforeEach
    void openData() {
        data = DataFolder.open(folder.resolve("data"), false);
    }

    @AfterEach
    void closeData() throws Exception {
        data.close();
    }

    @Test
    void startsEachPartAfterTheOnesItNeeds() throws Exception {
        try (var market = new Market(
                List.of(stub("store", Set.of(), "serve"), stub("shop", Set.of("store"), "serve")), data, console)) {
            market.start();
            market.awaitReady();

            assertThat(said()).containsSubsequence("store", "ready, took", "shop", "ready, took");
            assertThat(data.root().resolve("pids/shop"))
                    .hasContent(Long.toString(market.pid("shop").orElseThrow()));
        }
    }

    @Test
    void startsAKilledPartAgainAndSaysSo() throws Exception {
        try (var market = new Market(List.of(stub("shop", Set.of(), "serve")), data, console)) {
            market.start();
            market.awaitReady();
            var first = market.pid("shop").orElseThrow();

            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            eventually(() -> said().contains("shop is ready again"));
            assertThat(said()).contains("shop ended with 137; starting it again in 0.3 s");
            assertThat(market.pid("shop")).isNotEqualTo(OptionalLong.of(first));
        }
    }

    @Test
    void refusesToStartWithTheLastLinesOfThePartThatFails() {
        try (var market = new Market(
                List.of(stub("store", Set.of(), "fail"), stub("shop", Set.of("store"), "serve")), data, console)) {
            market.start();

            assertThatThrownBy(market::awaitReady)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("store does not start (it ended with 3)")
                    .hasMessageContaining("the disk is made of cheese");
        }
    }

    @Test
    void endsPartsByClosingTheirInput() throws Exception {
        var mark = folder.resolve("mark");
        var market = new Market(List.of(stub("shop", Set.of(), "serve", mark.toString())), data, console);
        market.start();
        market.awaitReady();

        market.close();

        assertThat(mark).hasContent("ended");
        assertThat(data.root().resolve("pids/shop")).doesNotExist();
    }

    @Test
    void endsProcessesThatAreToldToEndWithTheirParent() throws Exception {
        var process = new ProcessBuilder(command(EndWithParent.class.getName(), Sleeper.class.getName())).start();
        assertThat(process.inputReader().readLine()).isEqualTo("sleeping");

        process.getOutputStream().close();

        assertThat(process.waitFor(Duration.ofSeconds(60))).isTrue();
    }

    /** A main class that knows nothing of its parent. */
    public static final class Sleeper {

        private Sleeper() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("sleeping");
            Thread.currentThread().join();
        }
    }

    private static Part stub(String name, Set<String> after, String... arguments) {
        var command = new ArrayList<String>(Arrays.asList(arguments));
        command.addFirst(StubServer.class.getName());
        return new Part(
                name, () -> command(command.toArray(String[]::new)), Map.of(), new Readiness.ReadyLine(), after);
    }

    private static List<String> command(String... mainAndArguments) {
        var command = new ArrayList<>(List.of(
                JavaHome.java(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(Arrays.asList(mainAndArguments));
        return command;
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
