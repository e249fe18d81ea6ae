package vn.ocopmarket.storefront.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.scheduler.Schedulers;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.signin.SignIn;

/** Keys change on command while this service and another, which reads the published keys over HTTP, check tokens. */
class KeyRotationTests {

    private static final SignIn.SignedIn CLERK = new SignIn.SignedIn(
            new StaffMember("clerk", "c@sample.test", Set.of(Role.POS_STAFF), Set.of(), Set.of(), Set.of()), 1);
    private static final TokenSettings SETTINGS =
            new TokenSettings("issuer", Duration.ofMinutes(30), Duration.ofDays(90));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KeysInMemory stored = new KeysInMemory();
    private volatile Instant now = Instant.now().minusSeconds(700);
    private HttpServer published;

    @BeforeEach
    void publish() throws IOException {
        published = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        published.createContext("/keys", exchange -> {
            var keys = requireNonNull(ring().published().block(PATIENCE)).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        published.start();
        ring().ensureOne().block(PATIENCE);
    }

    @AfterEach
    void close() {
        published.stop(0);
    }

    @Test
    void leavesNoTokenUnacceptedAnywhere() throws ParseException {
        var catalogue = NimbusReactiveJwtDecoder.withJwkSetUri(
                        "http://127.0.0.1:" + published.getAddress().getPort() + "/keys")
                .build();
        var before = token();
        assertThat(subject(catalogue, before)).isEqualTo("clerk");
        assertThat(subject(storefront(), before)).isEqualTo("clerk");

        var rotation = requireNonNull(ring().rotateNow().block(PATIENCE));
        assertThat(keyOf(token())).as("not known to everybody yet").isEqualTo(keyOf(before));
        now = rotation.signsFrom();
        var after = token();

        assertThat(keyOf(after)).isEqualTo(rotation.keyId()).isNotEqualTo(keyOf(before));
        for (var service : Set.of(catalogue, storefront())) {
            assertThat(subject(service, after)).isEqualTo("clerk");
            assertThat(subject(service, before)).as("until it ends").isEqualTo("clerk");
        }
    }

    private String token() {
        var issuing = new IssuingTokens(ring(), SETTINGS, clock(), Schedulers.boundedElastic());
        return requireNonNull(issuing.issueTo(CLERK).block(PATIENCE)).accessToken();
    }

    private ReactiveJwtDecoder storefront() {
        return NimbusReactiveJwtDecoder.withJwkSource((SignedJWT _) -> ring().keys())
                .build();
    }

    /** As an instance that starts now. */
    private KeyRing ring() {
        return new KeyRing(stored, clock(), Schedulers.boundedElastic());
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static String subject(ReactiveJwtDecoder decoder, String token) {
        return String.valueOf(decoder.decode(token).mapNotNull(Jwt::getSubject).block(PATIENCE));
    }

    private static String keyOf(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }
}
