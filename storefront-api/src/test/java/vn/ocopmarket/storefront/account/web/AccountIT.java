package vn.ocopmarket.storefront.account.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import vn.ocopmarket.storefront.account.AccountIds;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.token.IssuingTokens;
import vn.ocopmarket.storefront.token.StaffTokens;
import vn.ocopmarket.testing.Stores;

@SpringBootTest(classes = AccountApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccountIT {

    private static final String CLERK = "clerk@sample.test";
    private static final String PASSWORD = "counter-and-shelf";

    @TempDir
    static Path folder;

    @Autowired
    MongoDatabase database;

    @Autowired
    Accounts accounts;

    @Autowired
    IssuingTokens issuing;

    final WebTestClient web;
    final String address;

    AccountIT(@LocalServerPort int port) {
        address = "http://127.0.0.1:" + port;
        web = WebTestClient.bindToServer()
                .baseUrl(address)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        var file = Files.writeString(folder.resolve("accounts.json"), """
                [{"role":"POS_STAFF","email":"Clerk@sample.test","password":"counter-and-shelf","scope":"showroom-a, showroom-b"},
                 {"role":"TRADE_OFFICER","email":"officer@sample.test","password":"fair-and-square","scope":"86"},
                 {"role":"OCOP_OFFICER","email":"officer@sample.test","password":"fair-and-square","scope":"86,01"}]
                """);
        registry.add("ocop.account.file", file::toString);
        registry.add("spring.mongodb.uri", Stores::mongoUri);
        registry.add("spring.mongodb.database", () -> "account-" + UUID.randomUUID());
    }

    @Test
    void issuesATokenThatThePublishedKeysVerify() throws Exception {
        var token = SignedJWT.parse(token(CLERK, PASSWORD));
        var published = web.get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(published).doesNotContain("\"d\"");
        var key = JWKSet.parse(published).getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getStringListClaim("roles")).containsExactly("POS_STAFF");
        assertThat(claims.getStringListClaim("locations")).containsExactly("showroom-a", "showroom-b");
        assertThat(claims.getStringListClaim("provinces")).isEmpty();
    }

    @Test
    void isAcceptedByAResourceServerThatKnowsOnlyTheAddressOfTheKeys() {
        var decoder = NimbusReactiveJwtDecoder.withJwkSetUri(address + "/.well-known/jwks.json")
                .build();

        StepVerifier.create(decoder.decode(token(CLERK, PASSWORD)).mapNotNull(jwt -> jwt.getClaimAsStringList("roles")))
                .expectNext(List.of("POS_STAFF"))
                .verifyComplete();
    }

    @Test
    void joinsTheEntriesOfOneAddress() throws Exception {
        var claims =
                SignedJWT.parse(token("officer@sample.test", "fair-and-square")).getJWTClaimsSet();

        assertThat(claims.getStringListClaim("roles")).containsExactly("OCOP_OFFICER", "TRADE_OFFICER");
        assertThat(claims.getStringListClaim("provinces")).containsExactly("01", "86");
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownAddressAlike() {
        for (var email : Set.of(CLERK, "nobody@sample.test")) {
            web.post()
                    .uri("/api/v1/tokens")
                    .bodyValue(Map.of("email", email, "password", "guess"))
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("https://ocopmarket.vn/problems/wrong-credentials");
        }
    }

    @Test
    void slowsGuessingDownAndNamesTheWait() {
        // Twice as many as one window lets pass, for the next window may begin meanwhile.
        var answers = IntStream.range(0, 17)
                .mapToObj(i -> web.post()
                        .uri("/api/v1/tokens")
                        .bodyValue(Map.of("email", "target@sample.test", "password", "guess " + i))
                        .exchange()
                        .returnResult(Void.class))
                .filter(answer -> answer.getStatus().value() == 429)
                .findFirst();
        assertThat(answers)
                .hasValueSatisfying(answer -> assertThat(answer.getResponseHeaders())
                        .satisfies(headers ->
                                assertThat(headers.getFirst("Retry-After")).isNotBlank()));
        assertThat(token(CLERK, PASSWORD)).as("others sign in as before").isNotEmpty();
    }

    @Test
    void answersARequestWithoutATokenWith401AsAProblem() {
        web.get()
                .uri("/api/v1/stock?sku=X")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://ocopmarket.vn/problems/unauthorized");
    }

    @Test
    void refusesATokenThatWasTamperedWith() {
        var token = token(CLERK, PASSWORD);
        var parts = token.split("\\.");
        var forged = parts[0] + "." + parts[1].substring(0, parts[1].length() - 2) + "AA." + parts[2];

        web.get()
                .uri("/api/v1/stock?sku=X")
                .headers(headers -> headers.setBearerAuth(forged))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        web.get()
                .uri("/api/v1/stock?sku=X")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void acceptsATokenNoLongerThanTheSessionsOfItsOwner() {
        var token = token(CLERK, PASSWORD);
        assertThat(statusOfToken(token)).isEqualTo(204);
        var brief = requireNonNull(accounts.byEmail(CLERK)
                .flatMap(account -> issuing.issueTo(account.member()))
                .block());
        assertThat(statusOfToken(brief.accessToken()))
                .as("made for the catalogue")
                .isEqualTo(401);

        web.post()
                .uri("/staff/sign-out-everywhere")
                .cookie("SESSION", signIn(CLERK, PASSWORD, "/pos"))
                .exchange()
                .expectStatus()
                .isSeeOther();

        assertThat(statusOfToken(token)).isEqualTo(401);
        assertThat(statusOfToken(token(CLERK, PASSWORD))).isEqualTo(204);
    }

    @Test
    void takesRolesFromTheAccountAndEndsTokensWithIt() {
        var member =
                new StaffMember("leaver", "leaver@sample.test", Set.of(Role.POS_MANAGER), Set.of(), Set.of(), Set.of());
        var token = new StaffTokens(accounts, issuing).of(member);
        assertThat(statusOf("/api/v1/stock/reconciliation", token)).isEqualTo(404);

        var less =
                new StaffMember("leaver", "leaver@sample.test", Set.of(Role.POS_STAFF), Set.of(), Set.of(), Set.of());
        accounts.relist(less).block();
        assertThat(statusOf("/api/v1/stock/reconciliation", token)).isEqualTo(403);

        var others = Set.of(AccountIds.of(CLERK), AccountIds.of("officer@sample.test"));
        accounts.deactivateUnlisted(others).block();
        assertThat(statusOfToken(token)).isEqualTo(401);
    }

    @Test
    void offersNoProviderWhereNoneIsConfigured() {
        web.get().uri("/sign-in/provider").exchange().expectStatus().isNotFound();
        web.get()
                .uri("/sign-in")
                .exchange()
                .expectBody(String.class)
                .value(page -> assertThat(page).doesNotContain("/sign-in/provider"));
    }

    private int statusOfToken(String token) {
        return statusOf("/api/v1/tokens/current", token);
    }

    private int statusOf(String path, String token) {
        return web.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    @Test
    void sendsAStrangerToTheSignInPageAndBackAfterwards() {
        web.get()
                .uri("/pos?location=a")
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/sign-in?next=/pos?location%3Da");

        var session = signIn(CLERK, PASSWORD, "/pos?location=a");
        web.get()
                .uri("/pos")
                .cookie("SESSION", session)
                .exchange()
                .expectStatus()
                .isNotFound();
        web.get()
                .uri("/staff/fairs")
                .cookie("SESSION", session)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void goesNowhereElseAfterSigningIn() {
        for (var elsewhere : Set.of("https://evil.test/", "//evil.test/", "/\\evil.test", "/{page}")) {
            web.post()
                    .uri("/sign-in")
                    .body(form(CLERK, PASSWORD, elsewhere))
                    .exchange()
                    .expectStatus()
                    .isSeeOther()
                    .expectHeader()
                    .location("/pos");
        }
    }

    @Test
    void endsTheSessionAtSignOut() {
        var session = signIn(CLERK, PASSWORD, "/pos");
        web.post()
                .uri("/sign-out")
                .cookie("SESSION", session)
                .exchange()
                .expectStatus()
                .isSeeOther();
        web.get()
                .uri("/pos")
                .cookie("SESSION", session)
                .exchange()
                .expectStatus()
                .isSeeOther();
    }

    @Test
    void beginsANewSessionWithEverySignInAndEndsTheOneBefore() {
        var planted = "planted-by-somebody-else";
        var first = signedIn(planted);
        var second = signedIn(first);

        assertThat(first).isNotEqualTo(planted);
        assertThat(second).isNotEqualTo(first);
        assertThat(statusOfCounter(planted)).isEqualTo(303);
        assertThat(statusOfCounter(first)).isEqualTo(303);
        assertThat(statusOfCounter(second)).isEqualTo(404);
    }

    @Test
    void keepsNoIdOfASessionInTheStore() {
        var session = signIn(CLERK, PASSWORD, "/pos");
        var stored = requireNonNull(Flux.from(database.getCollection("sessions").find())
                .map(Document::toJson)
                .collectList()
                .block());

        assertThat(stored).isNotEmpty().noneMatch(json -> json.contains(session));
    }

    @Test
    void signsOutEverywhereWhileOthersAreAtWork() throws Exception {
        var sessions =
                Stream.generate(() -> signIn(CLERK, PASSWORD, "/pos")).limit(4).toList();
        var ended = new AtomicBoolean();
        var late = new ConcurrentLinkedQueue<Integer>();
        var stop = new AtomicBoolean();
        var workers = sessions.stream()
                .map(session -> Thread.ofPlatform().start(() -> {
                    while (!stop.get()) {
                        var began = ended.get();
                        var status = statusOfCounter(session);
                        if (began) {
                            late.add(status);
                        }
                    }
                }))
                .toList();
        web.post()
                .uri("/staff/sign-out-everywhere")
                .cookie("SESSION", sessions.getFirst())
                .exchange()
                .expectStatus()
                .isSeeOther();
        ended.set(true);
        while (late.size() < 40) {
            Thread.onSpinWait();
        }
        stop.set(true);
        for (var worker : workers) {
            worker.join();
        }

        assertThat(late).isNotEmpty().allMatch(status -> status == 303);
    }

    @Test
    void keepsNoSessionForBuyersNorForTheApi() {
        var before = sessions();
        web.get()
                .uri("/sign-in")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("Set-Cookie");
        web.get().uri("/").exchange().expectHeader().doesNotExist("Set-Cookie");
        web.get().uri("/api/v1/products").exchange().expectHeader().doesNotExist("Set-Cookie");
        assertThat(token(CLERK, PASSWORD)).isNotEmpty();

        assertThat(sessions()).isEqualTo(before);
    }

    private String token(String email, String password) {
        var body = web.post()
                .uri("/api/v1/tokens")
                .bodyValue(Map.of("email", email, "password", password))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(requireNonNull(body).get("accessToken"));
    }

    private String signIn(String email, String password, String next) {
        var result = web.post()
                .uri("/sign-in")
                .body(form(email, password, next))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location(next)
                .returnResult(Void.class);
        var cookie = requireNonNull(result.getResponseCookies().getFirst("SESSION"));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        return cookie.getValue();
    }

    private static BodyInserters.FormInserter<String> form(String email, String password, String next) {
        return BodyInserters.fromFormData("email", email)
                .with("password", password)
                .with("next", next);
    }

    private String signedIn(String before) {
        var answer = web.post()
                .uri("/sign-in")
                .cookie("SESSION", before)
                .body(form(CLERK, PASSWORD, "/pos"))
                .exchange()
                .returnResult(Void.class);
        return requireNonNull(answer.getResponseCookies().getFirst("SESSION")).getValue();
    }

    /** 303 leads to the sign-in page; without the counter's feature who is signed in hears 404. */
    private int statusOfCounter(String session) {
        return web.get()
                .uri("/pos")
                .cookie("SESSION", session)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private long sessions() {
        return requireNonNull(
                Mono.from(database.getCollection("sessions").countDocuments()).block());
    }
}
