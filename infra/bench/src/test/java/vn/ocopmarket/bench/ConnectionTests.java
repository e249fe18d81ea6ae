package vn.ocopmarket.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTests {

    private HttpServer server;
    private String address;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        answer("/whole", "nước mắm", false);
        answer("/chunked", "mật ong".repeat(5_000), true);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void readsAnswersOfBothKindsOverOneConnection() throws IOException {
        try (var connection = new Connection(address)) {
            assertThat(connection.send(Requests.get("/whole")).text()).isEqualTo("nước mắm");
            assertThat(connection.send(Requests.get("/chunked")).text()).isEqualTo("mật ong".repeat(5_000));
            assertThat(connection
                            .send(Requests.post("/whole", "{\"quantity\":1}"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void showsAnAnswerThatWasNotWanted() throws IOException {
        try (var connection = new Connection(address)) {
            var answer = connection.send(Requests.get("/whole"));

            assertThatThrownBy(() -> Scenario.expect(201, answer)).hasMessageContaining("200 instead of 201: nước mắm");
        }
    }

    @Test
    void countsOperationsErrorsAndProcessorTime() throws Exception {
        var processes = new Processes(Map.of("self", ProcessHandle.current().pid()));
        var load = new Load(address, processes);
        var good = new ProductPage(List.of(Requests.get("/whole")));
        var bad = new ProductPage(List.of(Requests.get("/missing")));

        var result = load.run(good, 2, Duration.ofSeconds(2));
        var failed = load.run(bad, 1, Duration.ofSeconds(2));

        assertThat(result.operations()).isPositive();
        assertThat(result.errors()).isZero();
        assertThat(result.percentileMillis(0.99)).isGreaterThanOrEqualTo(result.percentileMillis(0.5));
        assertThat(result.cpuMillis()).containsKey("self");
        assertThat(failed.operations()).isZero();
        assertThat(failed.errors()).isPositive();
        assertThat(failed.firstErrors().getFirst()).contains("404 instead of 200");
        assertThat(processes.memoryMegabytes().get("self")).isPositive();
    }

    private void answer(String path, String text, boolean chunked) {
        server.createContext(path, exchange -> {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, chunked ? 0 : bytes.length);
            try (var body = exchange.getResponseBody()) {
                body.write(bytes);
            }
        });
    }
}
