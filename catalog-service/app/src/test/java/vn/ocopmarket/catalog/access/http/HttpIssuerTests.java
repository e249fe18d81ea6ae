package vn.ocopmarket.catalog.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class HttpIssuerTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private HttpServer server;
    private volatile int status = 204;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/tokens/current", exchange -> {
            var shown = "Bearer the.token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(shown ? status : 418, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void tellsWhatTheIssuerSays() {
        assertThat(issuer().accepts("the.token").block(PATIENCE)).isTrue();
        status = 401;
        assertThat(issuer().accepts("the.token").block(PATIENCE)).isFalse();
    }

    @Test
    void failsWhenTheIssuerSaysNothing() {
        status = 503;
        StepVerifier.create(issuer().accepts("the.token")).expectError().verify(PATIENCE);
        server.stop(0);
        StepVerifier.create(issuer().accepts("the.token")).expectError().verify(PATIENCE);
    }

    private HttpIssuer issuer() {
        return new HttpIssuer("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
