package vn.ocopmarket.storefront.account.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.web.Samples.World;
import vn.ocopmarket.storefront.fair.Fairs;
import vn.ocopmarket.storefront.fair.domain.Fair;
import vn.ocopmarket.storefront.fair.domain.FairPlan;
import vn.ocopmarket.storefront.fair.domain.Period;
import vn.ocopmarket.storefront.fair.domain.Stall;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Contact;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.Preparation;
import vn.ocopmarket.storefront.order.Shipments;
import vn.ocopmarket.storefront.order.Totals;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.payout.Payouts;
import vn.ocopmarket.storefront.payout.domain.Amount;
import vn.ocopmarket.storefront.payout.domain.Difference;
import vn.ocopmarket.storefront.payout.domain.Movement;
import vn.ocopmarket.storefront.payout.domain.Payout;
import vn.ocopmarket.storefront.payout.domain.PayoutReport;
import vn.ocopmarket.storefront.pos.Sales;
import vn.ocopmarket.storefront.pos.domain.Draft;
import vn.ocopmarket.storefront.pos.domain.Sale;
import vn.ocopmarket.storefront.pos.domain.SaleLine;
import vn.ocopmarket.storefront.pos.domain.Till;
import vn.ocopmarket.storefront.returning.BuyerRequests;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.RequestState;
import vn.ocopmarket.storefront.settlement.Periods;
import vn.ocopmarket.storefront.settlement.Statements;
import vn.ocopmarket.storefront.settlement.domain.Account;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Seller;
import vn.ocopmarket.storefront.settlement.domain.Statement;
import vn.ocopmarket.storefront.settlement.domain.Sums;
import vn.ocopmarket.storefront.settlement.domain.Withholding;
import vn.ocopmarket.storefront.stockcount.Counts;
import vn.ocopmarket.storefront.stockcount.domain.StockCount;
import vn.ocopmarket.storefront.token.IssuingTokens;
import vn.ocopmarket.storefront.token.StaffTokens;
import vn.ocopmarket.storefront.transfer.Transfers;
import vn.ocopmarket.storefront.transfer.domain.Transfer;
import vn.ocopmarket.testing.GeneratedSection;
import vn.ocopmarket.testing.Stores;

/** Every endpoint of the whole service, as everybody, about one's own and about another's. */
@SpringBootTest(
        classes = PermissionTableIT.Whole.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"CATALOG_URL=http://127.0.0.1:9", "ELASTICSEARCH_URIS=http://127.0.0.1:9"})
@Import(PermissionTableIT.Forgotten.class)
class PermissionTableIT {

    private static final String FORGOTTEN = "/forgotten-room";
    private static final YearMonth SEPTEMBER = YearMonth.parse(Samples.MONTH);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    IssuingTokens issuing;

    @Autowired
    Accounts accounts;

    /** The description of the API is the longest answer. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final WebTestClient web;
    private final Endpoints endpoints;

    PermissionTableIT(
            @LocalServerPort int port,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        web = WebTestClient.bindToServer(new ReactorClientHttpConnector(HttpClient.newConnection()))
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
                .build();
        endpoints = Endpoints.of(mappings);
    }

    /** All features, without what tests of single features put in their place. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "vn.ocopmarket.storefront",
            excludeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = {".*Application", ".*(Tests|IT)(\\$.*)?"}))
    static class Whole {}

    /** An endpoint that nobody entered into the table. */
    @RestController
    static class Forgotten {

        @GetMapping(FORGOTTEN)
        String show() {
            return "takings of everybody";
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("spring.mongodb.uri", Stores::mongoUri);
        registry.add("spring.mongodb.database", () -> "permissions-" + UUID.randomUUID());
    }

    @BeforeEach
    void furnish(
            @Autowired Locations locations,
            @Autowired Fairs fairs,
            @Autowired Orders orders,
            @Autowired Sales sales,
            @Autowired Transfers transfers,
            @Autowired Counts counts,
            @Autowired BuyerRequests requests,
            @Autowired Statements statements,
            @Autowired Periods periods,
            @Autowired Payouts payouts) {
        for (var world : List.of(Walk.OWN, Walk.OTHER)) {
            var location =
                    new Location(world.location(), "Cửa hàng", Location.Kind.SHOWROOM, world.province(), true, true);
            assertThat(await(locations.create(location))).isTrue();
            var _ = fairs.store(fair(world)).block(PATIENCE);
            var _ = orders.add(order(world), Instant.now().plusSeconds(86_400))
                    .onErrorComplete(Orders.Taken.class)
                    .block(PATIENCE);
            sell(sales, world);
            var _ = await(transfers.add(transfer(world)));
            var _ = await(counts.begin(count(world)));
            var _ = requests.add(request(world), Instant.now().plusSeconds(86_400))
                    .block(PATIENCE);
            var _ = await(statements.insert(statement(world)));
            var _ = payouts.keep(payout(world), Instant.EPOCH).block(PATIENCE);
        }
        var _ = await(periods.begin(september()));
        var walker = new StaffMember("walker", Samples.WALKER, Set.of(Role.BUYER), Set.of(), Set.of(), Set.of());
        accounts.list(walker, "{noop}" + Samples.PASSWORD).block(PATIENCE);
    }

    private static void sell(Sales sales, World world) {
        var till = new Till(world.location(), "seller", "Người bán");
        var lines = List.of(new SaleLine("S", "s", "Mắm", "Chai", Money.dong(10_000), 1, false));
        var cash = new Sale.Cash(Money.dong(10_000), Instant.parse("2026-11-21T00:00:00Z"), LocalDate.of(2026, 11, 21));
        var booking = new Sale.Booking(world.sale(), 2, till, lines, cash, 1);
        var _ = sales.store(new Draft(world.sale(), 1, till, lines, List.of(), 0))
                .then(sales.store(booking))
                .then(sales.book(booking, Map.of()))
                .onErrorComplete()
                .block(PATIENCE);
    }

    @Test
    void everyEndpointHasItsLine() {
        assertThat(endpoints.withoutLine(AccessTable.LINES)).containsExactly("GET " + FORGOTTEN);
        assertThat(endpoints.stale(AccessTable.LINES)).isEmpty();
    }

    @Test
    void theDocumentSaysWhatTheTableSays() throws IOException {
        new GeneratedSection("permissions.md", "storefront-api")
                .mustBe(PermissionDocument.of(AccessTable.LINES), "permissions.write");
    }

    @TestFactory
    Stream<DynamicTest> everyCellIsAsTheTableSays() {
        var roles = Stream.concat(Stream.of((Role) null), Arrays.stream(Role.values()));
        return roles.map(role -> DynamicTest.dynamicTest(String.valueOf(role), () -> {
            assertThat(leaks(role, api(AccessTable.LINES), byToken(role))).isEmpty();
            var ending = pages(AccessTable.LINES).stream()
                    .filter(PermissionTableIT::changesSessions)
                    .toList();
            var pages = pages(AccessTable.LINES).stream()
                    .filter(rule -> !changesSessions(rule))
                    .toList();
            assertThat(leaks(role, pages, bySession(role))).isEmpty();
            ending.forEach(rule ->
                    assertThat(leaks(role, List.of(rule), bySession(role))).isEmpty());
        }));
    }

    @Test
    void theWalkFindsWhatIsNotGuarded() {
        var room = AccessRule.needs(HttpMethod.GET, FORGOTTEN, Permission.SELL_AT_COUNTER);
        var list = AccessRule.needs(HttpMethod.GET, "/api/v1/locations", Permission.KEEP_LOCATIONS, Elsewhere.NOTHING);
        var secret = AccessRule.needs(HttpMethod.GET, "/api/v1/stock", Permission.SEE_STOCK, Elsewhere.HIDDEN);
        var told = AccessRule.needs(HttpMethod.GET, "/pos/{location}", Permission.SELL_AT_COUNTER, Elsewhere.TOLD);

        assertThat(leaks(null, List.of(room), UnaryOperator.identity())).hasSize(1);
        assertThat(leaks(Role.BUYER, List.of(room), bySession(Role.BUYER))).hasSize(1);
        assertThat(leaks(Role.POS_STAFF, List.of(list), byToken(Role.POS_STAFF)))
                .hasSize(1);
        assertThat(leaks(Role.POS_STAFF, List.of(secret), byToken(Role.POS_STAFF)))
                .hasSize(2);
        assertThat(leaks(Role.POS_STAFF, List.of(told), bySession(Role.POS_STAFF)))
                .hasSize(1);
    }

    private List<String> leaks(
            @Nullable Role role, List<AccessRule> lines, UnaryOperator<WebTestClient.RequestBodySpec> signed) {
        return new Walk(web, role, signed).over(lines);
    }

    private static List<AccessRule> api(List<AccessRule> lines) {
        return lines.stream()
                .filter(rule -> rule.pattern().getPatternString().startsWith("/api/"))
                .toList();
    }

    private static List<AccessRule> pages(List<AccessRule> lines) {
        return lines.stream()
                .filter(rule -> !rule.pattern().getPatternString().startsWith("/api/"))
                .toList();
    }

    private static boolean changesSessions(AccessRule rule) {
        return rule.pattern().getPatternString().contains("sign-");
    }

    private UnaryOperator<WebTestClient.RequestBodySpec> byToken(@Nullable Role role) {
        if (role == null) {
            return UnaryOperator.identity();
        }
        var token = new StaffTokens(accounts, issuing).of(member(role));
        return request -> request.header("Authorization", "Bearer " + token);
    }

    private UnaryOperator<WebTestClient.RequestBodySpec> bySession(@Nullable Role role) {
        if (role == null) {
            return UnaryOperator.identity();
        }
        var _ = accounts.list(member(role), "{noop}" + Samples.PASSWORD).block(PATIENCE);
        var form = BodyInserters.fromFormData("email", member(role).email())
                .with("password", Samples.PASSWORD)
                .with("next", "/there");
        var answer = web.post().uri("/sign-in").body(form).exchange().returnResult(Void.class);
        var session = requireNonNull(answer.getResponseCookies().getFirst("SESSION"));
        return request -> request.cookie("SESSION", session.getValue());
    }

    private static StaffMember member(Role role) {
        var email = role.name().toLowerCase(Locale.ROOT) + "@sample.test";
        return new StaffMember(
                "id-" + role, email, Set.of(role), Set.of("86"), Set.of(Walk.OWN.location()), Set.of("p-own"));
    }

    private static Fair fair(World world) {
        var plan = new FairPlan(
                "Hội chợ " + world.fair(),
                world.province(),
                "Chợ",
                new Period(LocalDate.of(2027, 1, 10), LocalDate.of(2027, 1, 12)),
                "Sở",
                List.of(new Stall("A1", "HTX")));
        return new Fair.Draft(world.fair(), world.fair(), 1, plan, List.of());
    }

    private static BuyerRequest request(World world) {
        var wish = new BuyerRequest.Wish("key", List.of(new BuyerRequest.Line("S", "Mắm", 1)), "DAMAGED", null, "vi");
        var asked = new BuyerRequest.Step(RequestState.ASKED, Instant.parse("2026-11-21T00:00:00Z"), null, null);
        return new BuyerRequest(
                world.order(),
                world.order(),
                "R-" + world.order(),
                BuyerRequest.Kind.RETURN,
                RequestState.ASKED,
                wish,
                Set.of(world.location()),
                List.of(asked),
                List.of(),
                null);
    }

    private static StockCount count(World world) {
        var since = Instant.parse("2026-11-21T00:00:00Z");
        return new StockCount(
                world.order(),
                world.location(),
                StockCount.State.COUNTING,
                List.of(),
                "counter",
                since,
                null,
                Set.of());
    }

    private static Transfer transfer(World world) {
        return new Transfer(
                world.order(),
                "elsewhere",
                world.location(),
                Transfer.State.ON_THE_WAY,
                List.of(new Transfer.Asked("S", 1)),
                List.of(new Transfer.Parcel("S", null, Ownership.CONSIGNED, null, 1)),
                new Transfer.Deed("sender", Instant.parse("2026-11-21T00:00:00Z"), null),
                null);
    }

    private static vn.ocopmarket.storefront.settlement.domain.Period september() {
        return new vn.ocopmarket.storefront.settlement.domain.Period(SEPTEMBER, null, List.of(), Instant.EPOCH);
    }

    private static PayoutReport payout(World world) {
        var subject = new Movement.Subject(world.order(), "N", "pi", null);
        var payout = new Payout(
                world.order(),
                "paid",
                new Amount(10_000, "VND"),
                Instant.EPOCH,
                LocalDate.of(2026, 9, 2),
                List.of(new Movement("txn", Movement.Kind.CHARGE, "ch", subject, 12_000, 2_000)));
        var differs = new Difference(Difference.Kind.AMOUNT_DIFFERS, "ch", "N", 11_000, 12_000);
        return new PayoutReport(payout, List.of(differs));
    }

    private static Statement statement(World world) {
        var producer = new Seller(world.order().replace("order-", "p-"), "HTX", "HTX");
        var goods = new Entry.Goods("N", "S", "Mắm", 1);
        var figures = new Entry.Figures(Money.dong(10_000), Money.dong(9_000), 800, Money.dong(800));
        var entry = new Entry(world.order(), Entry.Kind.SALE, producer, goods, LocalDate.of(2026, 9, 2), figures);
        var account = new Account(Sums.of(entry), Withholding.Kept.NOTHING, Money.ZERO, Map.of());
        var closedAt = Instant.parse("2026-11-01T00:00:00Z");
        return new Statement(
                new Statement.Head(world.order(), SEPTEMBER, producer, 1, account, closedAt), List.of(entry));
    }

    private static Order order(World world) {
        var free = Money.ZERO;
        return new Order(
                world.order(),
                "N-" + world.order(),
                OrderState.CONFIRMED,
                PaymentState.ON_DELIVERY,
                FulfillmentState.UNFULFILLED,
                new Contact("Người mua", "+84 900 000 000", null),
                new Delivery.Pickup(world.location(), "Cửa hàng"),
                PaymentMethod.CASH_ON_DELIVERY,
                List.of(),
                new Totals(free, free, free, free),
                new Preparation(
                        "cart",
                        "fingerprint",
                        "vi",
                        null,
                        List.of(new Take("level", world.location(), "S", null, null, 1)),
                        null,
                        null,
                        List.of()),
                Shipments.NONE,
                List.of(),
                Instant.parse("2026-11-21T00:00:00Z"));
    }

    private static <T> T await(Mono<T> mono) {
        return requireNonNull(mono.block(PATIENCE));
    }
}
