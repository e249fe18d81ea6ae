package vn.ocopmarket.storefront.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.account.Role.ADMINISTRATOR;
import static vn.ocopmarket.storefront.account.Role.INSPECTOR;
import static vn.ocopmarket.storefront.account.Role.OCOP_OFFICER;
import static vn.ocopmarket.storefront.account.Role.POS_MANAGER;
import static vn.ocopmarket.storefront.account.Role.POS_STAFF;
import static vn.ocopmarket.storefront.account.Role.PRODUCER;
import static vn.ocopmarket.storefront.account.Role.SERVICE;
import static vn.ocopmarket.storefront.account.Role.TRADE_OFFICER;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.token.IssuingTokens;
import vn.ocopmarket.storefront.token.StaffTokens;
import vn.ocopmarket.testing.Stores;

/** Walks over every path and role. What is expected is written out here, apart from the table it tests. */
@SpringBootTest(classes = AccountApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccessTableIT {

    private static final String PASSWORD = "walk-the-table";
    private static final String PASSWORD_HASH = "{noop}" + PASSWORD;
    private static final Set<Role> EVERYONE = Set.of(Role.values());

    private record Expected(String method, String path, Set<Role> may, boolean strangersToo) {}

    private static final List<Expected> API = List.of(
            open("GET", "/api/v1/products?q=mam"),
            open("GET", "/api/v1/products/nuoc-mam"),
            open("GET", "/api/v1/suggest?q=m"),
            open("POST", "/api/v1/carts"),
            open("PUT", "/api/v1/carts/c/lines/s"),
            open("POST", "/api/v1/checkouts"),
            open("POST", "/api/v1/checkouts/quotes"),
            open("GET", "/api/v1/orders/o?token=t"),
            open("POST", "/api/v1/orders/o/cancellations?token=t"),
            open("POST", "/api/v1/payments/stripe/webhook"),
            open("POST", "/api/v1/payments/bank-notices"),
            open("GET", "/api/v1/fairs/f"),
            only("GET", "/api/v1/locations", POS_STAFF, POS_MANAGER, TRADE_OFFICER, SERVICE),
            only("POST", "/api/v1/locations"),
            only("GET", "/api/v1/stock?sku=s", POS_STAFF, POS_MANAGER, TRADE_OFFICER),
            only("GET", "/api/v1/stock/ledger?sku=s", POS_STAFF, POS_MANAGER, TRADE_OFFICER),
            only("POST", "/api/v1/stock/receipts", POS_STAFF, POS_MANAGER, TRADE_OFFICER),
            only("POST", "/api/v1/stock/transfers", POS_MANAGER, TRADE_OFFICER),
            only("POST", "/api/v1/stock/adjustments", POS_MANAGER),
            only("POST", "/api/v1/stock/counts", POS_MANAGER),
            only("GET", "/api/v1/stock/reconciliation", POS_MANAGER),
            only("GET", "/api/v1/changes", SERVICE),
            only("GET", "/api/v1/availability?skus=s", SERVICE),
            only("GET", "/api/v1/exports/availability", SERVICE),
            only("POST", "/api/v1/fairs"),
            only("GET", "/api/v1/orders", POS_STAFF, POS_MANAGER),
            only("POST", "/api/v1/orders/o/fulfillments", POS_STAFF, POS_MANAGER),
            only("GET", "/api/v1/orders/o/refunds", POS_MANAGER),
            only("POST", "/api/v1/orders/o/refunds", POS_MANAGER),
            only("GET", "/api/v1/refunds"),
            only("GET", "/api/v1/vouchers"),
            only("POST", "/api/v1/vouchers/x/ends"),
            only("GET", "/api/v1/payments/transfers"),
            only("GET", "/api/v1/payments/reconciliation"),
            only("GET", "/api/v1/not-thought-of-yet"));

    private static final List<Expected> PAGES = List.of(
            open("GET", "/"),
            open("GET", "/fairs/f/catalogue"),
            open("GET", "/01/08930000000000"),
            only("GET", "/pos", POS_STAFF, POS_MANAGER),
            only("POST", "/pos/l/book", POS_STAFF, POS_MANAGER),
            only("GET", "/pos/not-thought-of/yet"),
            only("GET", "/staff/fairs", TRADE_OFFICER),
            only("POST", "/staff/fairs/f/closing", TRADE_OFFICER),
            only("GET", "/staff/vouchers"),
            only("GET", "/staff/not-thought-of-yet"),
            only("GET", "/staff", POS_STAFF, POS_MANAGER, TRADE_OFFICER, OCOP_OFFICER, INSPECTOR, PRODUCER));

    @Autowired
    IssuingTokens issuing;

    @Autowired
    Accounts accounts;

    final WebTestClient web;

    AccessTableIT(@LocalServerPort int port) {
        web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("spring.mongodb.uri", Stores::mongoUri);
        registry.add("spring.mongodb.database", () -> "access-" + UUID.randomUUID());
    }

    @TestFactory
    Stream<DynamicTest> apiByToken() {
        return Arrays.stream(Role.values()).map(role -> {
            var token = new StaffTokens(accounts, issuing).of(member(role));
            return DynamicTest.dynamicTest(
                    role.name(),
                    () -> API.forEach(expected -> {
                        var status = web.method(HttpMethod.valueOf(expected.method()))
                                .uri(expected.path())
                                .headers(headers -> headers.setBearerAuth(token))
                                .exchange()
                                .returnResult(Void.class)
                                .getStatus()
                                .value();
                        check(expected, role, status);
                    }));
        });
    }

    @TestFactory
    Stream<DynamicTest> pagesBySession() {
        return Arrays.stream(Role.values()).map(role -> {
            var session = signIn(member(role));
            return DynamicTest.dynamicTest(
                    role.name(),
                    () -> PAGES.forEach(expected -> {
                        var status = web.method(HttpMethod.valueOf(expected.method()))
                                .uri(expected.path())
                                .cookie("SESSION", session)
                                .exchange()
                                .returnResult(Void.class)
                                .getStatus()
                                .value();
                        check(expected, role, status);
                    }));
        });
    }

    @TestFactory
    Stream<DynamicTest> strangers() {
        return Stream.concat(API.stream(), PAGES.stream())
                .map(expected -> DynamicTest.dynamicTest(expected.path(), () -> {
                    var status = web.method(HttpMethod.valueOf(expected.method()))
                            .uri(expected.path())
                            .exchange()
                            .returnResult(Void.class)
                            .getStatus()
                            .value();
                    if (expected.strangersToo()) {
                        assertThat(status).isNotIn(401, 403, 303);
                    } else {
                        assertThat(status).isEqualTo(expected.path().startsWith("/api/") ? 401 : 303);
                    }
                }));
    }

    private static void check(Expected expected, Role role, int status) {
        var where = "%s %s as %s".formatted(expected.method(), expected.path(), role);
        if (expected.may().contains(role)) {
            assertThat(status).as(where).isNotIn(401, 403, 303);
        } else {
            assertThat(status).as(where).isEqualTo(403);
        }
    }

    private static StaffMember member(Role role) {
        return new StaffMember("id-" + role, role + "@sample.test", Set.of(role), Set.of(), Set.of(), Set.of());
    }

    private String signIn(StaffMember member) {
        var email = member.email().toLowerCase(Locale.ROOT);
        accounts.list(
                        new StaffMember(member.accountId(), email, member.roles(), Set.of(), Set.of(), Set.of()),
                        PASSWORD_HASH)
                .block();
        var form = BodyInserters.fromFormData("email", member.email())
                .with("password", PASSWORD)
                .with("next", "/there");
        var answer = web.post()
                .uri("/sign-in")
                .body(form)
                .exchange()
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class);
        return Objects.requireNonNull(answer.getResponseCookies().getFirst("SESSION"))
                .getValue();
    }

    private static Expected open(String method, String path) {
        return new Expected(method, path, EVERYONE, true);
    }

    private static Expected only(String method, String path, Role... roles) {
        return new Expected(
                method,
                path,
                Stream.concat(Stream.of(roles), Stream.of(ADMINISTRATOR)).collect(Collectors.toSet()),
                false);
    }
}
