package vn.ocopmarket.storefront.signin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.testing.Stores;

/** Signing in with a provider that is configured by three settings, over HTTP on both sides. */
@SpringBootTest(
        classes = SecondFactorIT.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ocop.second-factor.mode=required",
            "ocop.pages.base-url=https://cho.example",
            "ocop.oidc.client-id=" + SmallProvider.CLIENT,
            "ocop.oidc.client-secret=" + SmallProvider.CLIENT_SECRET,
            "ocop.oidc.name=Cổng của Sở",
            "ocop.oidc.second-factor-levels=urn:so:hai-lop"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProviderIT {

    private static final SmallProvider PROVIDER = new SmallProvider();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Accounts accounts;

    private final String shop;
    private final WebTestClient web;
    private final WebTestClient provider;

    ProviderIT(@LocalServerPort int port) {
        shop = "http://127.0.0.1:" + port;
        web = client(shop);
        provider = client(PROVIDER.issuer());
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("ocop.oidc.issuer", PROVIDER::issuer);
        registry.add("spring.mongodb.uri", Stores::mongoUri);
        registry.add("spring.mongodb.database", () -> "provider-" + UUID.randomUUID());
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    @Order(1)
    void saysSoWhenTheProviderIsAwayAndGoesThereWhenItIsBack() {
        PROVIDER.goAway();
        var away = get("/sign-in/provider?next=/staff", "");
        assertThat(away.getStatus().value()).isEqualTo(503);
        assertThat(bodyOf(away)).contains("không trả lời", "name=\"password\"");

        PROVIDER.vouches(right(employ(Role.POS_STAFF)));
        var begun = begin();
        var back = goThere(begun);
        PROVIDER.goAway();
        assertThat(refusal(get(back.toString(), begun.cookie()))).isEqualTo("503 không trả lời");

        PROVIDER.vouches(right(employ(Role.POS_STAFF)));
        assertThat(get("/sign-in/provider", "").getStatus().value()).isEqualTo(303);
    }

    @Test
    void signsInWhomTheProviderVouchesForAndGoesWhereTheyWanted() {
        var clerk = employ(Role.POS_STAFF);
        PROVIDER.vouches(claims ->
                right(clerk).apply(claims).claim("email", clerk.email().toUpperCase(Locale.ROOT)));
        var begun = begin();

        assertThat(SmallProvider.parameters(begun.address()))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "https://cho.example/sign-in/callback")
                .containsKeys("state", "nonce", "code_challenge");
        var answer = callback(begun, begun.state());
        assertThat(answer.getStatus().value()).isEqualTo(303);
        assertThat(answer.getResponseHeaders().getLocation()).hasToString("/staff?from=there");
        var session = requireNonNull(answer.getResponseCookies().getFirst("SESSION"));
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(get("/staff", "SESSION=" + session.getValue()).getStatus().value())
                .isEqualTo(200);
    }

    @Test
    void showsTheButton() {
        assertThat(bodyOf(get("/sign-in", ""))).contains("/sign-in/provider", "Cổng của Sở");
    }

    @Test
    void refusesAForgedState() {
        PROVIDER.vouches(right(employ(Role.POS_STAFF)));
        var begun = begin();

        assertThat(refusal(callback(begun, "forged"))).isEqualTo("400 không thành công");
        assertThat(refusal(callback(begun, ""))).isEqualTo("400 không thành công");
    }

    @Test
    void refusesToFinishWhatAnotherBrowserBegan() {
        PROVIDER.vouches(right(employ(Role.POS_STAFF)));
        var mine = begin();
        var strangers = begin();

        var planted = new Begun(strangers.address(), mine.cookie());
        assertThat(refusal(callback(planted, strangers.state()))).isEqualTo("400 không thành công");
        var without = new Begun(strangers.address(), "");
        assertThat(refusal(callback(without, strangers.state()))).isEqualTo("400 không thành công");
    }

    @Test
    void refusesTokensThatAreNotForThisSignIn() {
        var clerk = employ(Role.POS_STAFF);
        var past = Date.from(Instant.now().minusSeconds(3600));
        var wrong = List.<UnaryOperator<JWTClaimsSet.Builder>>of(
                claims -> claims.claim("nonce", "forged"),
                claims -> claims.claim("nonce", null),
                claims -> claims.audience("another"),
                claims -> claims.issuer("https://another.example"),
                claims -> claims.expirationTime(past).issueTime(past));
        for (var forgery : wrong) {
            PROVIDER.vouches(claims -> forgery.apply(right(clerk).apply(claims)));
            assertThat(refusal(wholeWay())).isEqualTo("400 không thành công");
        }
        PROVIDER.vouches(right(clerk));
        PROVIDER.forge();
        assertThat(refusal(wholeWay())).as("signed with another key").isEqualTo("400 không thành công");
    }

    @Test
    void refusesACodeWithoutItsProofAndASecondTime() {
        PROVIDER.vouches(right(employ(Role.POS_STAFF)));
        var begun = begin();
        var parts = begun.cookie().split("\\.");
        var changed = new Begun(begun.address(), String.join(".", parts[0], parts[1], "AAAA", parts[3]));
        assertThat(refusal(callback(changed, begun.state()))).isEqualTo("400 không thành công");

        var again = begin();
        var back = goThere(again);
        assertThat(get(back.toString(), again.cookie()).getStatus().value()).isEqualTo(303);
        assertThat(refusal(get(back.toString(), again.cookie()))).isEqualTo("400 không thành công");
    }

    @Test
    void letsNobodyInWhoHasNoAccountOrWhoseAddressIsNotVerified() {
        var clerk = employ(Role.POS_STAFF);
        PROVIDER.vouches(claims -> right(clerk).apply(claims).claim("email_verified", false));
        assertThat(refusal(wholeWay())).isEqualTo("403 chưa xác minh");
        PROVIDER.vouches(claims -> right(clerk).apply(claims).claim("email_verified", null));
        assertThat(refusal(wholeWay())).isEqualTo("403 chưa xác minh");
        PROVIDER.vouches(claims -> right(clerk).apply(claims).claim("email", "nobody@sample.test"));
        assertThat(refusal(wholeWay())).isEqualTo("403 Chưa có tài khoản");
        PROVIDER.vouches(claims -> right(clerk).apply(claims).claim("email", null));
        assertThat(refusal(wholeWay())).isEqualTo("403 Chưa có tài khoản");

        accounts.deactivateUnlisted(Set.of("somebody-else")).block(PATIENCE);
        PROVIDER.vouches(right(clerk));
        assertThat(refusal(wholeWay())).isEqualTo("403 Chưa có tài khoản");
    }

    @Test
    void leavesTheSecondFactorToAProviderThatAskedForOne() {
        var officer = employ(Role.OCOP_OFFICER);

        PROVIDER.vouches(right(officer));
        assertThat(locationOf(wholeWay())).startsWith("/sign-in/second-factor");
        for (var methods : List.of(List.of("pwd"), List.of("otp"))) {
            PROVIDER.vouches(claims -> right(officer).apply(claims).claim("amr", methods));
            assertThat(locationOf(wholeWay())).startsWith("/sign-in/second-factor");
        }
        for (var methods : List.of(List.of("mfa"), List.of("pwd", "otp"))) {
            PROVIDER.vouches(claims -> right(officer).apply(claims).claim("amr", methods));
            assertThat(locationOf(wholeWay())).isEqualTo("/staff?from=there");
        }
        PROVIDER.vouches(claims -> right(officer).apply(claims).claim("acr", "urn:so:hai-lop"));
        assertThat(locationOf(wholeWay())).isEqualTo("/staff?from=there");
        PROVIDER.vouches(claims -> right(officer).apply(claims).claim("acr", "0"));
        assertThat(locationOf(wholeWay())).startsWith("/sign-in/second-factor");
    }

    @Test
    void goesNowhereElseAfterwards() {
        PROVIDER.vouches(right(employ(Role.POS_STAFF)));
        var answer = get("/sign-in/provider?next=//evil.example/", "");
        var begun = begun(answer);

        assertThat(locationOf(callback(begun, begun.state()))).isEqualTo("/pos");
    }

    private record Begun(URI address, String cookie) {

        String state() {
            return requireNonNull(SmallProvider.parameters(address).get("state"));
        }
    }

    private static UnaryOperator<JWTClaimsSet.Builder> right(StaffMember member) {
        return claims -> claims.claim("email", member.email()).claim("email_verified", true);
    }

    private Begun begin() {
        return begun(get("/sign-in/provider?next=/staff?from%3Dthere", ""));
    }

    private static Begun begun(FluxExchangeResult<String> answer) {
        assertThat(answer.getStatus().value()).isEqualTo(303);
        var cookie = requireNonNull(answer.getResponseCookies().getFirst("PROVIDER"));
        assertThat(cookie.isHttpOnly() && cookie.isSecure()).isTrue();
        return new Begun(requireNonNull(answer.getResponseHeaders().getLocation()), "PROVIDER=" + cookie.getValue());
    }

    private FluxExchangeResult<String> wholeWay() {
        var begun = begin();
        return callback(begun, begun.state());
    }

    private FluxExchangeResult<String> callback(Begun begun, String state) {
        var code = SmallProvider.parameters(goThere(begun)).get("code");
        return get("/sign-in/callback?code=" + code + "&state=" + state, begun.cookie());
    }

    /** Where the provider sends the browser, on our side. */
    private URI goThere(Begun begun) {
        var address = begun.address();
        var answer = provider.get()
                .uri(URI.create(PROVIDER.issuer() + address.getRawPath() + "?" + address.getRawQuery()))
                .exchange()
                .returnResult(Void.class);
        var back = answer.getResponseHeaders().getLocation();
        return back == null
                ? URI.create("/sign-in/callback?code=none&state=none")
                : URI.create(back.getRawPath() + "?" + back.getRawQuery());
    }

    private FluxExchangeResult<String> get(String address, String cookie) {
        return web.get()
                .uri(_ -> URI.create(shop + address))
                .header("Cookie", cookie)
                .exchange()
                .returnResult(String.class);
    }

    private static String refusal(FluxExchangeResult<String> answer) {
        var body = bodyOf(answer);
        assertThat(answer.getResponseCookies()).doesNotContainKey("SESSION");
        var said = List.of("không trả lời", "không thành công", "chưa xác minh", "Chưa có tài khoản").stream()
                .filter(body::contains)
                .toList();
        return answer.getStatus().value() + " " + String.join(",", said);
    }

    private StaffMember employ(Role role) {
        var id = UUID.randomUUID().toString();
        var member = new StaffMember(id, id + "@sample.test", Set.of(role), Set.of("86"), Set.of(), Set.of());
        accounts.list(member, "{noop}not-asked-for").block(PATIENCE);
        return member;
    }

    private static String bodyOf(FluxExchangeResult<String> answer) {
        return String.join(
                "", requireNonNull(answer.getResponseBody().collectList().block(PATIENCE)));
    }

    private static String locationOf(FluxExchangeResult<?> answer) {
        return String.valueOf(answer.getResponseHeaders().getLocation());
    }

    private static WebTestClient client(String address) {
        return WebTestClient.bindToServer()
                .baseUrl(address)
                .responseTimeout(PATIENCE)
                .build();
    }
}
