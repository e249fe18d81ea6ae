package vn.ocopmarket.storefront.signin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.testing.Eventually.eventually;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.secondfactor.TimeCodes;
import vn.ocopmarket.testing.Stores;

/** A market that requires second factors, over HTTP, with a telephone that is in time. */
@SpringBootTest(
        classes = SecondFactorIT.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ocop.second-factor.mode=required")
class SecondFactorIT {

    private static final String PASSWORD = "a password to share";
    private static final Pattern SECRET = Pattern.compile("shared-secret__text\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("<code>([0-9a-z-]{19})</code>");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    MongoDatabase database;

    @Autowired
    Accounts accounts;

    private final WebTestClient web;

    SecondFactorIT(@LocalServerPort int port) {
        web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(PATIENCE)
                .build();
    }

    /** Accounts, the frame of pages and the rooms behind the door. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "vn.ocopmarket.storefront",
            excludeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                "vn\\.ocopmarket\\.storefront\\.(?!(?:account|desk|secret|throttle|signin|secondfactor|token|notification|pages)\\.)[a-z]+\\..*",
                                ".*Application",
                                ".*(Tests|IT)(\\$.*)?"
                            }))
    static class Application {}

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("spring.mongodb.uri", Stores::mongoUri);
        registry.add("spring.mongodb.database", () -> "second-factor-" + UUID.randomUUID());
    }

    @Test
    void takesWhoMustHaveOneToItAndLetsThemDoNothingElse() {
        var officer = employ(Role.OCOP_OFFICER);
        var first = signIn(officer);
        assertThat(locationOf(first)).startsWith("/sign-in/second-factor");
        var halfway = sessionOf(first);

        assertThat(statusOf("/staff", halfway)).isEqualTo(303);
        assertThat(statusOf("/staff/second-factor", halfway)).isEqualTo(303);
        assertThat(refusedToken(officer, null)).containsEntry("missing", "secondFactor");

        var secret = secretOf(page("/sign-in/second-factor", halfway, 200));
        assertThat(secretOf(page("/sign-in/second-factor", halfway, 200)))
                .as("reloaded")
                .isEqualTo(secret);
        assertThat(post("/sign-in/second-factor", halfway, Map.of("code", "000000"))
                        .getStatus()
                        .value())
                .isEqualTo(422);
        assertThat(statusOf("/staff", halfway)).isEqualTo(303);

        var done = post("/sign-in/second-factor", halfway, Map.of("code", code(secret, 0)));
        assertThat(done.getStatus().value()).isEqualTo(200);
        assertThat(recoveryCodes(bodyOf(done))).hasSize(10).doesNotHaveDuplicates();
        assertThat(statusOf("/staff", sessionOf(done))).isEqualTo(200);
        assertThat(statusOf("/staff", halfway)).isEqualTo(303);
    }

    @Test
    void asksOnlyThoseWhoseRoleNeedsOne() {
        var clerk = employ(Role.POS_STAFF);

        assertThat(statusOf("/staff", sessionOf(signIn(clerk)))).isEqualTo(200);
        assertThat(token(clerk, null)).isEqualTo(200);
        assertThat(token(employ(Role.SERVICE), null)).isEqualTo(200);
    }

    @Test
    void signsInWithPasswordAndCode() {
        var officer = employ(Role.TRADE_OFFICER);
        var owner = setUp(officer);
        var secret = owner.secret();

        var first = signIn(officer);
        assertThat(locationOf(first)).startsWith("/sign-in/code");
        var halfway = sessionOf(first);
        assertThat(statusOf("/staff", halfway)).isEqualTo(303);
        assertThat(page("/sign-in/code", halfway, 200)).contains("one-time-code");
        assertThat(enter(halfway, owner.usedCode()))
                .as("the code that switched it on was used")
                .isEqualTo(401);

        var second = post("/sign-in/code", halfway, Map.of("code", code(secret, 1)));
        assertThat(second.getStatus().value()).isEqualTo(303);
        assertThat(statusOf("/staff", sessionOf(second))).isEqualTo(200);
        assertThat(enter(halfway, code(secret, 1))).as("the step was made").isEqualTo(410);
    }

    @Test
    void letsACodeInOnceThoughItComesManyTimesAtOnce() throws Exception {
        var officer = employ(Role.INSPECTOR);
        var secret = setUp(officer).secret();
        var sessions =
                IntStream.range(0, 6).mapToObj(_ -> sessionOf(signIn(officer))).toList();
        var code = code(secret, 1);

        var answers = together(sessions.stream()
                .<Callable<Integer>>map(session -> () -> enter(session, code))
                .toList());

        assertThat(answers).containsOnlyOnce(303).containsOnly(303, 401);
    }

    @Test
    void letsARecoveryCodeInOnceThoughItComesManyTimesAtOnce() throws Exception {
        var officer = employ(Role.POS_MANAGER);
        var codes = setUp(officer).recoveryCodes();
        var sessions =
                IntStream.range(0, 6).mapToObj(_ -> sessionOf(signIn(officer))).toList();

        var answers = together(sessions.stream()
                .<Callable<Integer>>map(session -> () -> enter(session, codes.getFirst()))
                .toList());

        assertThat(answers).containsOnlyOnce(303).containsOnly(303, 401);
        var typed = codes.get(1).toUpperCase(Locale.ROOT).replace("-", " ");
        assertThat(enter(sessionOf(signIn(officer)), typed))
                .as("as people write it")
                .isEqualTo(303);
    }

    @Test
    void switchesOnOnceThoughConfirmedManyTimesAtOnce() throws Exception {
        var officer = employ(Role.OCOP_OFFICER);
        var halfway = sessionOf(signIn(officer));
        var code = code(secretOf(page("/sign-in/second-factor", halfway, 200)), 0);

        var answers = together(IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(_ -> () -> post("/sign-in/second-factor", halfway, Map.of("code", code))
                        .getStatus()
                        .value())
                .toList());

        assertThat(answers).containsOnlyOnce(200);
    }

    @Test
    void tellsProgramsWhatIsMissingAndTakesTheCodeWithThePassword() {
        var officer = employ(Role.OCOP_OFFICER);
        var secret = setUp(officer).secret();

        assertThat(refusedToken(officer, null))
                .containsEntry("missing", "code")
                .containsEntry("type", "https://ocopmarket.vn/problems/second-factor-needed");
        assertThat(refusedToken(officer, "000000")).containsEntry("type", "https://ocopmarket.vn/problems/wrong-code");
        var code = code(secret, 1);
        assertThat(token(officer, code)).isEqualTo(200);
        assertThat(token(officer, code)).as("the second time").isEqualTo(401);
    }

    @Test
    void slowsGuessingDownWithoutLockingTheOwnerOut() {
        var officer = employ(Role.OCOP_OFFICER);
        var other = employ(Role.OCOP_OFFICER);
        var secret = setUp(officer).secret();
        var otherSecret = setUp(other).secret();
        var halfway = sessionOf(signIn(officer));
        beInTheMiddleOf(Duration.ofMinutes(4));

        var answers = new ArrayList<Integer>();
        for (int i = 0; i < 10; i++) {
            answers.add(enter(halfway, "00000" + i));
        }
        assertThat(answers).endsWith(429, 429);
        assertThat(enter(halfway, code(secret, 1))).as("even the right one").isEqualTo(429);
        assertThat(enter(sessionOf(signIn(other)), code(otherSecret, 1)))
                .as("a colleague, same office")
                .isEqualTo(303);
    }

    /** Attempts are counted in windows of real time: the next one must not begin meanwhile. */
    private static void beInTheMiddleOf(Duration window) {
        eventually(() ->
                assertThat(Instant.now().getEpochSecond() % window.toSeconds()).isLessThan(window.toSeconds() - 20));
    }

    @Test
    void changesTheTelephoneOnlyForWhoHasPasswordAndCode() {
        var officer = employ(Role.OCOP_OFFICER);
        var old = setUp(officer);
        var session = old.session();
        assertThat(page("/staff/second-factor", session, 200)).doesNotContain("shared-secret");

        assertThat(change("setup", session, "wrong", code(old.secret(), 1))).isEqualTo(422);
        assertThat(change("setup", session, PASSWORD, "000000")).isEqualTo(422);
        var proposed = post(
                "/staff/second-factor/setup", session, Map.of("password", PASSWORD, "code", code(old.secret(), 1)));
        var secret = secretOf(bodyOf(proposed));
        assertThat(enter(sessionOf(signIn(officer)), old.recoveryCodes().getFirst()))
                .as("the old one counts until the new one is confirmed")
                .isEqualTo(303);
        var wrong = post("/staff/second-factor/confirmation", session, Map.of("code", "000000"));
        assertThat(wrong.getStatus().value()).isEqualTo(422);
        assertThat(bodyOf(wrong)).as("shown once").doesNotContain("shared-secret__text");

        var done = post("/staff/second-factor/confirmation", session, Map.of("code", code(secret, 0)));
        assertThat(done.getStatus().value()).isEqualTo(200);
        assertThat(statusOf("/staff", session)).as("all sessions end").isEqualTo(303);
        assertThat(statusOf("/staff", sessionOf(done))).isEqualTo(200);
        var halfway = sessionOf(signIn(officer));
        assertThat(enter(halfway, old.recoveryCodes().get(1)))
                .as("codes of the old one")
                .isEqualTo(401);
        assertThat(enter(halfway, code(secret, 1))).isEqualTo(303);
    }

    @Test
    void switchesOffWhereTheRoleDoesNotNeedIt() {
        var clerk = employ(Role.POS_STAFF);
        var session = sessionOf(signIn(clerk));
        var begun = post("/staff/second-factor/setup", session, Map.of("password", PASSWORD));
        var secret = secretOf(bodyOf(begun));
        var on = post("/staff/second-factor/confirmation", session, Map.of("code", code(secret, 0)));
        assertThat(locationOf(signIn(clerk))).startsWith("/sign-in/code");

        assertThat(change("removal", sessionOf(on), PASSWORD, "")).isEqualTo(422);
        assertThat(change("removal", sessionOf(on), PASSWORD, code(secret, 1))).isEqualTo(303);
        assertThat(locationOf(signIn(clerk))).doesNotContain("/sign-in");

        var officer = setUp(employ(Role.OCOP_OFFICER));
        assertThat(change(
                        "removal",
                        officer.session(),
                        PASSWORD,
                        officer.recoveryCodes().getFirst()))
                .as("whose role needs it")
                .isEqualTo(422);
        assertThat(locationOf(signIn(officer.owner()))).startsWith("/sign-in/code");
    }

    @Test
    void makesNewRecoveryCodesInThePlaceOfTheOld() {
        var officer = setUp(employ(Role.OCOP_OFFICER));
        var answer = post(
                "/staff/second-factor/recovery-codes",
                officer.session(),
                Map.of("password", PASSWORD, "code", code(officer.secret(), 1)));
        var codes = recoveryCodes(bodyOf(answer));

        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(officer.recoveryCodes());
        var halfway = sessionOf(signIn(officer.owner()));
        assertThat(enter(halfway, officer.recoveryCodes().getFirst())).isEqualTo(401);
        assertThat(enter(halfway, codes.getFirst())).isEqualTo(303);
    }

    @Test
    void letsAnAdministratorTakeAwayAnothersButNotTheirOwn() {
        var administrator = setUp(employ(Role.ADMINISTRATOR));
        var officer = setUp(employ(Role.OCOP_OFFICER));

        var codes = administrator.recoveryCodes();
        assertThat(reset(officer, officer, officer.recoveryCodes().getFirst())).isEqualTo(403);
        assertThat(reset(administrator, administrator, codes.get(0))).isEqualTo(422);
        assertThat(reset(administrator.session(), "nobody@sample.test", PASSWORD, codes.get(1)))
                .isEqualTo(422);
        assertThat(reset(administrator, officer, codes.get(2))).isEqualTo(200);

        assertThat(statusOf("/staff", officer.session())).isEqualTo(303);
        assertThat(locationOf(signIn(officer.owner()))).startsWith("/sign-in/second-factor");
        assertThat(letters()).anyMatch(letter -> officer.owner().email().equals(letter));
    }

    @Test
    void takesAnothersAwayForNobodyWhoHasTheSessionOfAnAdministratorAlone() {
        var administrator = setUp(employ(Role.ADMINISTRATOR));
        var officer = setUp(employ(Role.OCOP_OFFICER));
        var email = officer.owner().email();
        var code = administrator.recoveryCodes().getFirst();

        assertThat(reset(administrator.session(), email, "", "")).isEqualTo(422);
        assertThat(reset(administrator.session(), email, "not the password", code))
                .isEqualTo(422);
        assertThat(reset(administrator.session(), email, PASSWORD, "")).isEqualTo(422);
        assertThat(reset(administrator.session(), email, PASSWORD, "000000")).isEqualTo(422);

        assertThat(statusOf("/staff", officer.session())).as("nothing happened").isEqualTo(200);
        assertThat(reset(administrator, officer, code)).isEqualTo(200);
        assertThat(statusOf("/staff", officer.session())).isEqualTo(303);
    }

    @Test
    void keepsNothingInTheStoreThatACodeCouldBeMadeFrom() {
        var officer = setUp(employ(Role.OCOP_OFFICER));
        var stored = requireNonNull(Mono.from(database.getCollection("accounts")
                        .find(Filters.eq(officer.owner().accountId()))
                        .first())
                .map(Document::toJson)
                .block(PATIENCE));

        assertThat(stored).contains("secondFactor").doesNotContain(officer.secret());
        assertThat(officer.recoveryCodes())
                .noneMatch(code -> stored.contains(code) || stored.contains(code.replace("-", "")));
    }

    /** What a process leaves that dies after the code was used up and before the session began. */
    @Test
    void goesOnWithTheNextCodeAfterACrashBetweenTheCodeAndTheSession() {
        var officer = setUp(employ(Role.OCOP_OFFICER));
        var halfway = sessionOf(signIn(officer.owner()));
        var used = TimeCodes.stepAt(Instant.now());
        var _ = Mono.from(database.getCollection("accounts")
                        .updateOne(Filters.eq(officer.owner().accountId()), Updates.set("secondFactor.lastStep", used)))
                .block(PATIENCE);

        assertThat(enter(halfway, TimeCodes.code(bytes(officer.secret()), used)))
                .isEqualTo(401);
        assertThat(enter(halfway, code(officer.secret(), 1))).isEqualTo(303);
    }

    private record Owner(
            StaffMember owner, String secret, String usedCode, List<String> recoveryCodes, String session) {}

    private Owner setUp(StaffMember member) {
        var halfway = sessionOf(signIn(member));
        var secret = secretOf(page("/sign-in/second-factor", halfway, 200));
        var code = code(secret, 0);
        var done = post("/sign-in/second-factor", halfway, Map.of("code", code));
        return new Owner(member, secret, code, recoveryCodes(bodyOf(done)), sessionOf(done));
    }

    private StaffMember employ(Role role) {
        var id = UUID.randomUUID().toString();
        var member = new StaffMember(id, id + "@sample.test", Set.of(role), Set.of("86"), Set.of(), Set.of());
        accounts.list(member, "{noop}" + PASSWORD).block(PATIENCE);
        return member;
    }

    /** As the telephone shows it now, or so many half minutes later. */
    private static String code(String secret, int stepsLater) {
        return TimeCodes.code(bytes(secret), TimeCodes.stepAt(Instant.now()) + stepsLater);
    }

    private static byte[] bytes(String base32) {
        var bits = new StringBuilder();
        for (var letter : base32.toCharArray()) {
            var value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append(Integer.toBinaryString(32 + value).substring(1));
        }
        var bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }

    private FluxExchangeResult<String> signIn(StaffMember member) {
        return post("/sign-in", "", Map.of("email", member.email(), "password", PASSWORD, "next", "/staff"));
    }

    private int enter(String session, String code) {
        return post("/sign-in/code", session, Map.of("code", code, "next", "/staff"))
                .getStatus()
                .value();
    }

    private int change(String what, String session, String password, String code) {
        return post("/staff/second-factor/" + what, session, Map.of("password", password, "code", code))
                .getStatus()
                .value();
    }

    private int reset(Owner who, Owner whose, String code) {
        return reset(who.session(), whose.owner().email(), PASSWORD, code);
    }

    private int reset(String session, String email, String password, String code) {
        var fields = Map.of("email", email, "password", password, "code", code);
        return post("/staff/second-factor/resets", session, fields).getStatus().value();
    }

    private FluxExchangeResult<String> post(String path, String session, Map<String, String> fields) {
        var form = new LinkedMultiValueMap<String, String>();
        fields.forEach(form::add);
        return web.post()
                .uri(path)
                .cookie("SESSION", session)
                .body(BodyInserters.fromFormData(form))
                .exchange()
                .returnResult(String.class);
    }

    private String page(String path, String session, int status) {
        var answer = web.get().uri(path).cookie("SESSION", session).exchange().returnResult(String.class);
        assertThat(answer.getStatus().value()).isEqualTo(status);
        assertThat(answer.getResponseHeaders().getCacheControl()).contains("no-store");
        return bodyOf(answer);
    }

    private int statusOf(String path, String session) {
        return web.get()
                .uri(path)
                .cookie("SESSION", session)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private int token(StaffMember member, @Nullable String code) {
        return tokenFor(member, code).returnResult(Void.class).getStatus().value();
    }

    private Map<String, Object> refusedToken(StaffMember member, @Nullable String code) {
        return requireNonNull(tokenFor(member, code)
                .expectStatus()
                .isUnauthorized()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody());
    }

    private WebTestClient.ResponseSpec tokenFor(StaffMember member, @Nullable String code) {
        var request = code == null
                ? Map.of("email", member.email(), "password", PASSWORD)
                : Map.of("email", member.email(), "password", PASSWORD, "code", code);
        return web.post().uri("/api/v1/tokens").bodyValue(request).exchange();
    }

    private List<String> letters() {
        return requireNonNull(Flux.from(database.getCollection("mails").find())
                .mapNotNull(letter -> letter.getString("to"))
                .collectList()
                .block(PATIENCE));
    }

    private static String secretOf(String page) {
        var found = SECRET.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1).replace(" ", "");
    }

    private static List<String> recoveryCodes(String page) {
        return RECOVERY.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String bodyOf(FluxExchangeResult<String> answer) {
        return String.join(
                "", requireNonNull(answer.getResponseBody().collectList().block(PATIENCE)));
    }

    private static String sessionOf(FluxExchangeResult<?> answer) {
        return requireNonNull(answer.getResponseCookies().getFirst("SESSION")).getValue();
    }

    private static String locationOf(FluxExchangeResult<?> answer) {
        return String.valueOf(answer.getResponseHeaders().getLocation());
    }

    private static List<Integer> together(List<Callable<Integer>> tries) throws InterruptedException {
        var barrier = new CyclicBarrier(tries.size());
        List<Callable<Integer>> begun = tries.stream()
                .<Callable<Integer>>map(one -> () -> {
                    var _ = barrier.await();
                    return one.call();
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(tries.size())) {
            return threads.invokeAll(begun).stream().map(Future::resultNow).toList();
        }
    }
}
