package vn.ocopmarket.storefront.enrolment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.AccountIds;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.testing.Stores;

/** Invitations and new passwords, with letters that really go through a mail server. */
@SpringBootTest(
        classes = EnrolmentIT.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ocop.pages.base-url=https://cho.example")
class EnrolmentIT {

    private static final Pattern LINK = Pattern.compile("https://cho\\.example(/password/[a-z0-9]+)");
    private static final String MANAGER = "manager@sample.test";
    private static final String OTHER_MANAGER = "other-manager@sample.test";
    private static final String ADMINISTRATOR = "administrator@sample.test";
    private static final String LISTED_PASSWORD = "from-the-list";
    private static final String CHOSEN = "a sentence to remember";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    static Path folder;

    @Autowired
    MongoDatabase database;

    @Autowired
    Accounts accounts;

    private final WebTestClient web;

    EnrolmentIT(@LocalServerPort int port) {
        web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    /** Accounts, mail and the frame of pages. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "vn.ocopmarket.storefront",
            excludeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                "vn\\.ocopmarket\\.storefront\\.(?!(?:account|desk|secret|throttle|signin|secondfactor|token|notification)\\.|pages\\.|enrolment\\.)[a-z]+\\..*",
                                ".*Application",
                                ".*(Tests|IT)(\\$.*)?"
                            }))
    static class Application {}

    @BeforeAll
    static void openThePostOffice() {
        POST.start();
    }

    @AfterAll
    static void closeThePostOffice() {
        POST.stop();
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        var file = Files.writeString(folder.resolve("accounts.json"), """
                [{"role":"POS_MANAGER","email":"manager@sample.test","password":"from-the-list","scope":"cho-a"},
                 {"role":"POS_MANAGER","email":"other-manager@sample.test","password":"from-the-list","scope":"cho-a,cho-b"},
                 {"role":"ADMINISTRATOR","email":"administrator@sample.test","password":"from-the-list","scope":""}]
                """);
        registry.add("ocop.account.file", file::toString);
        registry.add("spring.mail.port", () -> POST.getSmtp().getPort());
        registry.add("spring.mongodb.uri", Stores::mongoUri);
        registry.add("spring.mongodb.database", () -> "enrolment-" + UUID.randomUUID());
    }

    @Test
    void takesInWhomAManagerInvites() {
        var email = newAddress();
        assertThat(invite(MANAGER, email, "POS_STAFF", "cho-a")).isEqualTo(200);
        var letter = letterTo(email);
        assertThat(letter).contains("mời bạn làm việc", "invites you to work", MANAGER);
        var link = link(letter);
        for (var guess : List.of("", CHOSEN)) {
            assertThat(signIn(email, guess))
                    .as("before the link was used, as for nobody")
                    .isEqualTo(401);
        }

        assertThat(page(link)).contains(email);
        assertThat(choose(link, "short")).isEqualTo(422);
        assertThat(choose(link, CHOSEN)).isEqualTo(303);

        assertThat(signIn(email, CHOSEN)).isEqualTo(303);
        assertThat(choose(link, CHOSEN + "!")).as("the second time").isEqualTo(410);
        assertThat(invite(MANAGER, email, "POS_STAFF", "cho-a"))
                .as("a member already")
                .isEqualTo(422);
    }

    @Test
    void keepsWhomItTookInAgainAfterTheyLeftTheList() {
        var email = newAddress();
        var member = new StaffMember(
                AccountIds.of(email), email, Set.of(Role.POS_STAFF), Set.of(), Set.of("cho-a"), Set.of());
        var listed = Set.of(AccountIds.of(MANAGER), AccountIds.of(OTHER_MANAGER), AccountIds.of(ADMINISTRATOR));
        accounts.list(member, "{noop}" + LISTED_PASSWORD).block(PATIENCE);
        accounts.deactivateUnlisted(listed).block(PATIENCE);
        assertThat(signIn(email, LISTED_PASSWORD)).isEqualTo(401);
        assertThat(forget(email)).isNotEmpty();

        assertThat(invite(MANAGER, email, "POS_STAFF", "cho-a")).isEqualTo(200);
        assertThat(choose(link(letterTo(email)), CHOSEN)).isEqualTo(303);
        accounts.deactivateUnlisted(listed).block(PATIENCE);

        assertThat(signIn(email, CHOSEN)).isEqualTo(303);
    }

    @Test
    void letsAManagerInviteForOwnCountersOnly() {
        assertThat(invite(MANAGER, newAddress(), "POS_STAFF", "cho-b")).isEqualTo(403);
        assertThat(invite(MANAGER, newAddress(), "POS_STAFF", "cho-a,cho-b")).isEqualTo(403);
        assertThat(invite(MANAGER, newAddress(), "POS_MANAGER", "cho-a")).isEqualTo(403);
        assertThat(invite(MANAGER, newAddress(), "ADMINISTRATOR", "")).isEqualTo(403);
        assertThat(invite(ADMINISTRATOR, newAddress(), "SERVICE", "x")).isEqualTo(422);
        assertThat(invite(ADMINISTRATOR, newAddress(), "OCOP_OFFICER", "86")).isEqualTo(200);
    }

    @Test
    void voidsALinkThatANewerOneReplaced() {
        var email = newAddress();
        assertThat(invite(MANAGER, email, "POS_STAFF", "cho-a")).isEqualTo(200);
        var first = link(letterTo(email));
        assertThat(invite(MANAGER, email, "POS_STAFF", "cho-a")).isEqualTo(200);
        var second = link(letterTo(email, 2));

        assertThat(choose(first, CHOSEN)).isEqualTo(410);
        assertThat(choose(second, CHOSEN)).isEqualTo(303);
    }

    @Test
    void keepsTheOpenInvitationOfAnother() {
        var email = newAddress();
        assertThat(invite(MANAGER, email, "POS_STAFF", "cho-a")).isEqualTo(200);
        var first = link(letterTo(email));

        assertThat(invite(OTHER_MANAGER, email, "POS_STAFF", "cho-b")).isEqualTo(422);
        assertThat(page(first)).as("still the first one's").contains(email);
        assertThat(invite(ADMINISTRATOR, email, "POS_STAFF", "cho-a")).isEqualTo(200);
        assertThat(choose(first, CHOSEN)).as("the administrator's is newer").isEqualTo(410);
        assertThat(invite(MANAGER, email, "POS_STAFF", "cho-a"))
                .as("now it is the administrator's")
                .isEqualTo(422);

        var _ = Mono.from(database.getCollection("accounts")
                        .updateOne(Filters.eq("email", email), Updates.set("link.expiresAt", new Date(0))))
                .block(PATIENCE);
        assertThat(invite(OTHER_MANAGER, email, "POS_STAFF", "cho-b"))
                .as("run out")
                .isEqualTo(200);
    }

    @Test
    void letsOneManagerBeTheFirstOfTwo() throws Exception {
        var email = newAddress();
        var sessions = List.of(session(MANAGER, LISTED_PASSWORD), session(OTHER_MANAGER, LISTED_PASSWORD));
        var together = new CyclicBarrier(2);
        List<Callable<Integer>> tries = sessions.stream()
                .<Callable<Integer>>map(session -> () -> {
                    var _ = together.await();
                    return inviteWith(session, email, "POS_STAFF", "cho-a");
                })
                .toList();
        List<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(2)) {
            answers = threads.invokeAll(tries).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 422);
    }

    @Test
    void letsOneOfManyUseALink() throws Exception {
        var email = newAddress();
        assertThat(invite(MANAGER, email, "POS_STAFF", "cho-a")).isEqualTo(200);
        var link = link(letterTo(email));
        var together = new CyclicBarrier(8);
        List<Callable<Integer>> tries = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    var _ = together.await();
                    return choose(link, CHOSEN + i);
                })
                .toList();
        List<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(8)) {
            answers = threads.invokeAll(tries).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).containsOnlyOnce(303).containsOnly(303, 410);
        var winner = CHOSEN + answers.indexOf(303);
        assertThat(signIn(email, winner)).isEqualTo(303);
        assertThat(signIn(email, CHOSEN + (answers.indexOf(303) + 1) % 8)).isEqualTo(401);
    }

    @Test
    void givesANewPasswordToWhoForgotOneAndEndsTheSessions() {
        var email = newAddress();
        assertThat(invite(ADMINISTRATOR, email, "POS_STAFF", "cho-a")).isEqualTo(200);
        assertThat(choose(link(letterTo(email)), CHOSEN)).isEqualTo(303);
        var session = session(email, CHOSEN);
        assertThat(staffRoom(session)).isEqualTo(200);

        assertThat(forget(email)).isNotEmpty();
        var link = link(letterTo(email, 2));
        assertThat(signIn(email, CHOSEN)).as("until the link is used").isEqualTo(303);
        assertThat(choose(link, CHOSEN + " better")).isEqualTo(303);

        assertThat(staffRoom(session)).isEqualTo(303);
        assertThat(signIn(email, CHOSEN)).isEqualTo(401);
        assertThat(signIn(email, CHOSEN + " better")).isEqualTo(303);
    }

    @Test
    void doesNotSayWhoHasAnAccount() {
        var known = forget(MANAGER);
        var unknown = forget("nobody@sample.test");

        assertThat(unknown).isEqualTo(known);
        assertThat(letterTo(MANAGER)).contains("đặt lại mật khẩu");
        assertThat(lettersTo("nobody@sample.test")).isEmpty();
    }

    @Test
    void keepsNoLinkInTheStoreOnceItsLetterIsSent() {
        var email = newAddress();
        assertThat(invite(MANAGER, email, "POS_STAFF", "cho-a")).isEqualTo(200);
        var token = link(letterTo(email)).substring("/password/".length());

        eventually(() -> assertThat(everything()).noneMatch(json -> json.contains(token)));
        assertThat(everything()).as("the account is there").anyMatch(json -> json.contains(email));
    }

    private List<String> everything() {
        return requireNonNull(Flux.just("mails", "accounts")
                .concatMap(name -> database.getCollection(name).find())
                .map(Document::toJson)
                .collectList()
                .block(PATIENCE));
    }

    private static String newAddress() {
        return UUID.randomUUID() + "@sample.test";
    }

    private int invite(String inviter, String email, String role, String scope) {
        return inviteWith(session(inviter, LISTED_PASSWORD), email, role, scope);
    }

    private int inviteWith(String session, String email, String role, String scope) {
        return web.post()
                .uri("/staff/invitations")
                .cookie("SESSION", session)
                .body(BodyInserters.fromFormData("email", email)
                        .with("role", role)
                        .with("scope", scope))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private int choose(String link, String password) {
        return web.post()
                .uri(link)
                .body(BodyInserters.fromFormData("password", password))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private String forget(String email) {
        return requireNonNull(web.post()
                .uri("/password/forgotten")
                .body(BodyInserters.fromFormData("email", email))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private String page(String path) {
        return requireNonNull(web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private int staffRoom(String session) {
        return web.get()
                .uri("/staff")
                .cookie("SESSION", session)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private int signIn(String email, String password) {
        return signingIn(email, password).returnResult(Void.class).getStatus().value();
    }

    private String session(String email, String password) {
        return requireNonNull(signingIn(email, password)
                        .returnResult(Void.class)
                        .getResponseCookies()
                        .getFirst("SESSION"))
                .getValue();
    }

    private WebTestClient.ResponseSpec signingIn(String email, String password) {
        return web.post()
                .uri("/sign-in")
                .body(BodyInserters.fromFormData("email", email)
                        .with("password", password)
                        .with("next", "/staff"))
                .exchange();
    }

    private static String link(String letter) {
        var found = LINK.matcher(letter);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String letterTo(String email) {
        return letterTo(email, 1);
    }

    /** The newest, as soon as there are so many. */
    private static String letterTo(String email, int count) {
        eventually(() -> assertThat(lettersTo(email)).hasSize(count));
        return lettersTo(email).getLast();
    }

    private static List<String> lettersTo(String email) {
        return Arrays.stream(POST.getReceivedMessages())
                .filter(message -> isTo(message, email))
                .map(EnrolmentIT::text)
                .toList();
    }

    private static boolean isTo(MimeMessage message, String email) {
        try {
            return Arrays.toString(message.getAllRecipients()).contains(email);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) {
        try {
            return String.valueOf(message.getContent());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void eventually(Runnable assertion) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
    }
}
