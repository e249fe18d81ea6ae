package vn.ocopmarket.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * That a connection goes on being read. Up to Reactor Netty 1.3.6 it was not after a request had come before the end of the
 * one before and was answered at once (reactor/reactor-netty#4361), so that the next one hung until its sender gave up.
 */
class KeptConnectionsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private DisposableServer server;

    @BeforeEach
    void start() {
        server = HttpServer.create()
                .host(InetAddress.getLoopbackAddress().getHostAddress())
                .port(0)
                .handle((request, response) -> switch (request.uri()) {
                    case "/slow" ->
                        response.sendString(Mono.delay(Duration.ofMillis(50)).thenReturn("slow"));
                    case "/lingering" ->
                        response.header("Content-Length", "0")
                                .sendHeaders()
                                .then(Mono.delay(Duration.ofMillis(300)).then());
                    default -> response.sendString(Mono.just("quick"));
                })
                .bindNow(PATIENCE);
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void areReadAfterARequestThatCameEarlyAndWasAnsweredAtOnce() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                var answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            send(socket, "/slow", "/quick");
            assertThat(status(answers)).isEqualTo("HTTP/1.1 200 OK");
            assertThat(status(answers)).isEqualTo("HTTP/1.1 200 OK");

            send(socket, "/next");
            assertThat(status(answers)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void refuseAnAddressThatIsTooLongRightBehindAnAnswer() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                var answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            send(socket, "/lingering");
            assertThat(status(answers)).isEqualTo("HTTP/1.1 200 OK");

            send(socket, "/" + "x".repeat(20_000));
            assertThat(status(answers)).startsWith("HTTP/1.1 414");
        }
    }

    private static void send(Socket socket, String... paths) throws IOException {
        var requests = new StringBuilder();
        for (var path : paths) {
            requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** The first line of the next answer; the rest of it is read over. */
    private static String status(BufferedReader answers) throws IOException {
        var line = answers.readLine();
        while (!line.startsWith("HTTP/1.1 ") && !line.contains("HTTP/1.1 ")) {
            line = answers.readLine();
        }
        return line.substring(line.indexOf("HTTP/1.1 "));
    }
}
