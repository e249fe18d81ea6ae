package vn.ocopmarket.catalog.links.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import vn.ocopmarket.catalog.links.domain.Finding;
import vn.ocopmarket.contract.trace.LinkAnswer.Fault;

/** The probe against a web site of the test's own. */
class HttpProbeIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final AtomicReference<String> AGENT = new AtomicReference<>("");
    private static final AtomicLong SENT = new AtomicLong();

    private static DisposableServer site = HttpServer.create().port(0).bindNow();

    @BeforeAll
    static void open() {
        site.disposeNow();
        site = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/good", (request, response) -> {
                            AGENT.set(String.valueOf(request.requestHeaders().get("User-Agent")));
                            return response.sendString(Mono.just("Trà này của HTX"));
                        })
                        .get("/empty", (_, response) -> response.send())
                        .get("/gone", (_, response) -> response.status(404).send())
                        .get("/forbidden", (_, response) -> response.status(403).send())
                        .get("/down", (_, response) -> response.status(503).send())
                        .get("/moved", (_, response) -> response.sendRedirect("/good"))
                        .get("/circle", (_, response) -> response.sendRedirect("/circle"))
                        .get("/inward", (_, response) -> response.sendRedirect("http://10.0.0.1/secret"))
                        .get("/file", (_, response) -> response.sendRedirect("file:///etc/passwd"))
                        .get(
                                "/slow",
                                (_, response) ->
                                        response.sendString(Mono.just("x").delayElement(TIMEOUT.multipliedBy(3))))
                        .get(
                                "/endless",
                                (_, response) -> response.sendByteArray(Flux.generate(sink -> {
                                    SENT.addAndGet(8_192);
                                    sink.next(new byte[8_192]);
                                }))))
                .bindNow();
    }

    @AfterAll
    static void close() {
        site.disposeNow();
    }

    /** Lets the test's own site through, and for the rest judges as ever. */
    private static final class ButForTheSite implements AddressGuard {

        private final AddressGuard strict = new PublicAddresses();

        @Override
        public boolean mayAsk(URI address) {
            return address.getPort() == site.port() || strict.mayAsk(address);
        }

        @Override
        public boolean mayConnect(InetAddress address) {
            return address.isLoopbackAddress() || strict.mayConnect(address);
        }
    }

    private static Finding ask(AddressGuard guard, String url) {
        return Objects.requireNonNull(new HttpProbe(guard, "OCOPMarketLinkCheck/1.0 (+https://example.vn)", TIMEOUT)
                .ask(url)
                .block(TIMEOUT.multipliedBy(4)));
    }

    private static Finding ask(String path) {
        return ask(new ButForTheSite(), "http://127.0.0.1:" + site.port() + path);
    }

    @ParameterizedTest
    @CsvSource({
        "/good, 200,",
        "/moved, 200,",
        "/empty, 200, EMPTY",
        "/gone, 404, MISSING",
        "/forbidden, 403, REFUSED",
        "/down, 503, SERVER_ERROR",
        "/circle,, TOO_MANY_REDIRECTS",
        "/inward,, NOT_PUBLIC",
        "/file,, MALFORMED",
        "/slow,, TOO_SLOW"
    })
    void findsOutWhatIsThere(String path, Integer status, Fault fault) {
        assertThat(ask(path)).isEqualTo(new Finding(status, fault));
    }

    @Test
    void saysWhoAsks() {
        assertThat(ask("/good").fault()).isNull();
        assertThat(AGENT.get()).startsWith("OCOPMarketLinkCheck/1.0 (+https://");
    }

    @Test
    void readsNoMoreThanItNeeds() {
        assertThat(ask("/endless").fault()).isNull();
        assertThat(SENT.get()).isLessThan(32 << 20);
    }

    @Test
    void doesNotConnectToWhatANameResolvesToWhenThatIsNotPublic() {
        var trusting = new AddressGuard() {
            @Override
            public boolean mayAsk(URI address) {
                return true;
            }

            @Override
            public boolean mayConnect(InetAddress address) {
                return new PublicAddresses().mayConnect(address);
            }
        };

        assertThat(ask(trusting, "http://localhost:" + site.port() + "/good"))
                .isEqualTo(Finding.failed(Fault.NOT_PUBLIC));
        assertThat(ask(trusting, "http://127.0.0.1:" + site.port() + "/good"))
                .isEqualTo(Finding.failed(Fault.NOT_PUBLIC));
        assertThat(ask(trusting, "http://[::1]:" + site.port() + "/good")).isEqualTo(Finding.failed(Fault.NOT_PUBLIC));
    }

    @ParameterizedTest
    @CsvSource({"ftp://shop.vn/x", "javascript:alert(1)", "shop.vn/x", "'http://a b/'", "http:///x"})
    void refusesWhatIsNoWebAddress(String url) {
        assertThat(ask(new PublicAddresses(), url)).isEqualTo(Finding.failed(Fault.MALFORMED));
    }
}
