package vn.ocopmarket.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An embedded Elasticsearch node in a JVM of its own, which ends when this one does, however that ends. */
final class NodeProcess implements AutoCloseable {

    private static final String READY = "READY ";

    private final Process process;
    private final Path folder;
    private final String uri;

    private NodeProcess(Process process, Path folder, String uri) {
        this.process = process;
        this.folder = folder;
        this.uri = uri;
    }

    static NodeProcess start(Path distribution, Path folder) throws IOException {
        var log = folder.resolve("node.log");
        var process = new ProcessBuilder(command(distribution, folder))
                .redirectError(log.toFile())
                .start();
        var line = process.inputReader().readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new IOException("The Elasticsearch node did not start: " + Files.readString(log));
        }
        return new NodeProcess(process, folder, line.substring(READY.length()));
    }

    private static List<String> command(Path distribution, Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + distribution.resolve("jvm.options"),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                distribution.resolve("lib") + File.separator + "*",
                "vn.ocopmarket.elasticsearch.node.NodeMain",
                "--data",
                folder.resolve("node").toString());
    }

    String uri() {
        return uri;
    }

    /** Ends the node and removes its folder. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                var _ = process.destroyForcibly().waitFor();
            }
            TemporaryFolder.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
