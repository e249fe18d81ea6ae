package vn.ocopmarket.bench.races;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The embedded store in a process of its own, so that something can stand between it and the services. */
final class StoreProcess implements AutoCloseable {

    private static final String READY = "READY ";
    private static final int STOP_SECONDS = 30;

    /** It has all documents in memory: after 60,000 operations 384 MB were full. */
    private static final String HEAP = "-Xmx1g";

    private final Process process;
    private final int port;

    private StoreProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Returns when it can be used; it ends with this process.
     *
     * @param home root of the built source tree
     */
    static StoreProcess start(Path home, Path data) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                home.resolve("infra/embedded-mongo/target/dist/lib") + "/*",
                "vn.ocopmarket.embeddedmongo.EmbeddedMongoMain",
                "--data",
                Files.createDirectories(data).toString(),
                "--port",
                "0");
        var process = new ProcessBuilder(command)
                .redirectError(data.resolveSibling(data.getFileName() + ".log").toFile())
                .start();
        var lines = process.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                var unused = Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
                return new StoreProcess(
                        process, URI.create(line.substring(READY.length())).getPort());
            }
        }
        throw new IOException("the store does not start, see " + data);
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
