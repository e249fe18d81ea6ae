package vn.ocopmarket.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A market started by its launcher in a process of its own, for journeys and load runs. */
public final class RunningMarket implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final @Nullable Process launcher;
    private final Addresses at;
    private final Path data;
    private final List<String> said;

    private RunningMarket(@Nullable Process launcher, Addresses at, Path data, List<String> said) {
        this.launcher = launcher;
        this.at = at;
        this.data = data;
        this.said = said;
    }

    /** A market that somebody else started and will end. */
    public static RunningMarket join(Path data, int portBase) {
        return new RunningMarket(null, new Addresses(portBase), data, List.of());
    }

    /**
     * Returns when the market is open; it ends with this process, however that ends.
     *
     * @param home root of the built source tree
     * @param data folder for its data
     * @param options further options of the launcher
     * @param environment added to that of this process
     * @throws IllegalStateException with what the launcher said, when it does not start
     */
    public static RunningMarket start(Path home, Path data, List<String> options, Map<String, String> environment) {
        var at = new Addresses(freePortBase());
        var command = new ArrayList<>(List.of(
                JavaHome.java(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-Docop.home=" + home.toAbsolutePath().normalize(),
                "-cp",
                home.resolve("infra/standalone/target/standalone-0.1.0.jar").toString(),
                EndWithParent.class.getName(),
                Standalone.class.getName()));
        command.addAll(List.of("--port-base", Integer.toString(at.portBase()), "--data", data.toString()));
        command.addAll(options);
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var launcher = builder.start();
            return new RunningMarket(launcher, at, data, awaitOpen(launcher));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the launcher said until the market was open. */
    public List<String> said() {
        return said;
    }

    public String storefront() {
        return Addresses.http(at.storefront());
    }

    public String catalog() {
        return Addresses.http(at.catalog());
    }

    public String indexer() {
        return Addresses.http(at.indexer());
    }

    public String stripe() {
        return Addresses.http(at.stripe());
    }

    /** Where caught mail is shown; as JSON at {@code /messages.json}. */
    public String mail() {
        return Addresses.http(at.mail());
    }

    public String elasticsearch() {
        return Addresses.http(at.elasticsearch());
    }

    public String mongo() {
        return "mongodb://127.0.0.1:%d/?directConnection=true&retryWrites=false".formatted(at.mongo());
    }

    public Path data() {
        return data;
    }

    /** Process ids of the parts that run now, by name, and of the launcher. */
    public Map<String, Long> pids() {
        var pids = new TreeMap<String, Long>();
        if (launcher != null) {
            pids.put("launcher", launcher.pid());
        }
        for (var part : List.of(
                Parts.MONGO,
                Parts.ELASTICSEARCH,
                Parts.STRIPE,
                Parts.MAIL,
                Parts.CATALOG,
                Parts.STOREFRONT,
                Parts.INDEXER)) {
            pid(part).ifPresent(pid -> pids.put(part, pid));
        }
        return pids;
    }

    /**
     * Starts an indexer beside the market, which nobody starts again; it ends with this process, however that ends.
     *
     * @param home root of the built source tree
     * @param log for what it says
     */
    public static Process startIndexer(Path home, Path log, Map<String, String> environment) {
        try {
            var command = new Build(home.toAbsolutePath().normalize())
                    .application(Parts.INDEXER, "search-indexer", Jvm.INDEXER);
            var builder = new ProcessBuilder(command.command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(Jvm.ENVIRONMENT);
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a part as {@code kill -9} does; the launcher starts it again. */
    public void kill(String part) {
        ProcessHandle.of(pid(part).orElseThrow(() -> new IllegalStateException(part + " does not run")))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Stops a part where it is, as if its machine hung, until {@link #resume}. */
    public void freeze(String part) {
        signal("-STOP", part);
    }

    public void resume(String part) {
        signal("-CONT", part);
    }

    @Override
    public void close() {
        if (launcher == null) {
            return;
        }
        try {
            launcher.getOutputStream().close();
            if (!launcher.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (IOException e) {
            launcher.destroyForcibly();
        } catch (InterruptedException e) {
            launcher.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void signal(String signal, String part) {
        try {
            var exit = new ProcessBuilder(
                            "kill", signal, Long.toString(pid(part).orElseThrow()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill " + signal + " " + part + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private OptionalLong pid(String part) {
        try {
            return OptionalLong.of(
                    Long.parseLong(Files.readString(data.resolve("pids").resolve(part))));
        } catch (IOException | NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    private static List<String> awaitOpen(Process launcher) throws IOException {
        var said = new ArrayList<String>();
        BufferedReader lines = launcher.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.startsWith(Standalone.OPEN)) {
                Thread.ofPlatform()
                        .daemon()
                        .name("launcher-output")
                        .start(() -> lines.lines().forEach(_ -> {}));
                return List.copyOf(said);
            }
        }
        throw new IllegalStateException("the market does not start:\n" + String.join("\n", said));
    }

    private static int freePortBase() {
        for (var tries = 0; tries < 200; tries++) {
            var base = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            if (allFree(base)) {
                return base;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean allFree(int base) {
        for (var port = base; port < base + Addresses.PORTS; port++) {
            try (var socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException _) {
                return false;
            }
        }
        return true;
    }
}
