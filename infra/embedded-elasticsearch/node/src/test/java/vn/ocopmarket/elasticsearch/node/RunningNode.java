package vn.ocopmarket.elasticsearch.node;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

/** The built node as a process, as its users start it. */
final class RunningNode implements AutoCloseable {

    static final Path DISTRIBUTION = Path.of("target", "dist").toAbsolutePath();

    final Process process;
    private final String uri;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningNode(Process process, String uri) {
        this.process = process;
        this.uri = uri;
    }

    static Process launch(Path data) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + DISTRIBUTION.resolve("jvm.options"),
                "-cp",
                DISTRIBUTION.resolve("lib") + File.separator + "*",
                NodeMain.class.getName(),
                "--data",
                data.toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static RunningNode start(Path data) throws IOException {
        var process = launch(data);
        var line = process.inputReader().readLine();
        if (line == null || !line.startsWith("READY http://127.0.0.1:")) {
            process.destroyForcibly();
            throw new IOException("It said: " + line);
        }
        return new RunningNode(process, line.substring("READY ".length()));
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(uri + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly().onExit().join();
    }
}
