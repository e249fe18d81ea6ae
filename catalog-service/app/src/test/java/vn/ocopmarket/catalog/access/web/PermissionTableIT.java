package vn.ocopmarket.catalog.access.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.access.Permissions;
import vn.ocopmarket.catalog.access.Scope;
import vn.ocopmarket.contract.product.ProducerRecord;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.testing.GeneratedSection;

/** Every endpoint of the whole service, as everybody, about one's own and about another's. */
@Import(PermissionTableIT.Forgotten.class)
class PermissionTableIT extends RunningCatalog {

    private static final String FORGOTTEN = "/forgotten-room";
    private static final String STRANGER = "stranger";
    private static final String STAMPS = "/api/v1/stamp-batches";
    private static final byte[] PDF = "%PDF-1.7 %%EOF".getBytes(StandardCharsets.ISO_8859_1);
    private static final String PDF_SHA256 = "12f38dcc70f1e40c3cc032d4d4493938b6b36922b89c67450fc638a1986d4242";

    /** What is in a request's names. */
    private record World(
            String province,
            String producer,
            String product,
            String imported,
            String lot,
            String proposal,
            String finding,
            String stamps) {}

    private record Answer(int status, String body) {}

    /** An endpoint that nobody entered into the table. */
    @RestController
    static class Forgotten {

        @GetMapping(FORGOTTEN)
        String show() {
            return "papers of everybody";
        }
    }

    private final Endpoints endpoints;
    private World own = new World("", "", "", "", "", "", "", "");
    private World other = own;
    private final World nowhere = new World("99", "none", "none", "none", "none", "none-1", "none", "none");

    PermissionTableIT(@Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        endpoints = Endpoints.of(mappings);
    }

    @BeforeEach
    void furnish() {
        own = world("86", "Vĩnh Long");
        other = world("01", "Hà Nội");
    }

    @Test
    void everyEndpointHasItsLine() {
        assertThat(endpoints.withoutLine(AccessTable.LINES)).containsExactly("GET " + FORGOTTEN);
        assertThat(endpoints.stale(AccessTable.LINES)).isEmpty();
    }

    @Test
    void theDocumentSaysWhatTheTableSays() throws IOException {
        new GeneratedSection("permissions.md", "catalog-service")
                .mustBe(PermissionDocument.of(AccessTable.LINES), "permissions.write");
    }

    @TestFactory
    Stream<DynamicTest> everyCellIsAsTheTableSays() {
        return Stream.concat(Stream.of(STRANGER), PermissionDocument.ROLES.stream())
                .map(role -> DynamicTest.dynamicTest(
                        role, () -> assertThat(leaks(role, AccessTable.LINES)).isEmpty()));
    }

    @Test
    void theWalkFindsWhatIsNotGuarded() {
        var room = AccessRule.needs(HttpMethod.GET, FORGOTTEN, Permission.KEEP_LISTS);
        var list = AccessRule.needs(HttpMethod.GET, "/api/v1/producers", Permission.KEEP_LISTS);
        var secret = AccessRule.needs(
                HttpMethod.GET, "/api/v1/products/{idOrSlug}", Permission.KEEP_LISTS, Elsewhere.HIDDEN);

        assertThat(leaks(STRANGER, List.of(room, list))).hasSize(2);
        assertThat(leaks("PRODUCER", List.of(room, list))).hasSize(2);
        assertThat(leaks("OCOP_OFFICER", List.of(secret))).hasSize(1);
    }

    private List<String> leaks(String role, List<AccessRule> lines) {
        var client = role.equals(STRANGER) ? anonymous() : as(claims(role));
        var found = new ArrayList<String>();
        lines.forEach(rule -> tryOut(client, role, rule, found));
        return found;
    }

    private void tryOut(WebTestClient client, String role, AccessRule rule, List<String> found) {
        var answer = ask(client, rule, own);
        var permission = rule.permission();
        if (permission == null || role.equals(STRANGER)) {
            expect(rule, role, answer, permission == null ? isAllowed(rule, answer) : answer.status() == 401, found);
            return;
        }
        var scopes = Permissions.scopes(permission, role);
        if (scopes.isEmpty()) {
            expect(rule, role, answer, answer.status() == 403, found);
            return;
        }
        expect(rule, role, answer, isAllowed(rule, answer), found);
        if (rule.elsewhere() == Elsewhere.NOTHING) {
            return;
        }
        var far = ask(client, rule, other);
        if (rule.elsewhere() == Elsewhere.LEFT_OUT) {
            var listed = far.body().contains(isOfStamps(rule) ? other.stamps() : other.finding());
            expect(
                    rule,
                    role + " list",
                    far,
                    isAllowed(rule, far) && scopes.contains(Scope.EVERYWHERE) == listed,
                    found);
            return;
        }
        var refused = rule.elsewhere() == Elsewhere.HIDDEN ? 404 : 403;
        expect(
                rule,
                role + " elsewhere",
                far,
                scopes.contains(Scope.EVERYWHERE) ? isAllowed(rule, far) : far.status() == refused,
                found);
        if (rule.elsewhere() == Elsewhere.HIDDEN) {
            var none = ask(client, rule, nowhere);
            expect(rule, role + " nowhere", none, none.status() == 404, found);
        }
    }

    private static boolean isOfStamps(AccessRule rule) {
        return rule.pattern().getPatternString().startsWith(STAMPS);
    }

    private static boolean isAllowed(AccessRule rule, Answer answer) {
        var hidden = rule.elsewhere() == Elsewhere.HIDDEN && answer.status() == 404;
        return !Set.of(401, 403, 500).contains(answer.status()) && !hidden;
    }

    private static void expect(AccessRule rule, String as, Answer answer, boolean fits, List<String> found) {
        if (!fits) {
            found.add(
                    "%s %s as %s: %d %s".formatted(rule.method(), rule.pattern(), as, answer.status(), answer.body()));
        }
    }

    private Answer ask(WebTestClient client, AccessRule rule, World world) {
        var path = path(rule, world);
        var method = requireNonNull(rule.method());
        var request = client.method(method).uri(path);
        if (!HttpMethod.GET.equals(method)) {
            request.header("If-Match", "\"1\"")
                    .contentType(isFile(path) ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_JSON)
                    .bodyValue(body(path, world));
        }
        var answer = request.exchange().expectBody(String.class).returnResult();
        return new Answer(answer.getStatus().value(), String.valueOf(answer.getResponseBody()));
    }

    private static String path(AccessRule rule, World world) {
        var pattern = rule.pattern().getPatternString();
        var id = pattern.startsWith("/api/v1/imports")
                ? world.imported()
                : pattern.startsWith("/api/v1/proposals") ? world.proposal() : recordId(pattern, world);
        return (HttpMethod.GET.equals(rule.method()) && pattern.startsWith("/api/v1/certificates")
                        ? pattern + "?province=" + world.province()
                        : pattern)
                .replace("{id}", id)
                .replace("{idOrSlug}", id)
                .replace("{lot}", world.lot())
                .replace("{number}", "W" + world.province() + "000001")
                .replace("{range}", "none")
                .replace("{code}", world.province())
                .replace("{productId}", world.product())
                .replace("{rendition}", "640.webp")
                .replace("{sha256}", pattern.startsWith("/api/v1/findings") ? PDF_SHA256 : "none")
                .replace("{*rest}", HttpMethod.PUT.equals(rule.method()) ? "x/decision" : "x/withdrawals");
    }

    private static String recordId(String pattern, World world) {
        return pattern.startsWith("/api/v1/producers")
                ? world.producer()
                : pattern.startsWith("/api/v1/lots")
                        ? world.lot()
                        : pattern.startsWith("/api/v1/findings")
                                ? world.finding()
                                : pattern.startsWith(STAMPS) ? world.stamps() : world.product();
    }

    /** What the endpoint wants, as far as it is looked at before the caller's rights are. */
    private static Object body(String path, World world) {
        if (path.contains("/undoings")) {
            return Map.of("reason", "r");
        }
        if (path.startsWith("/api/v1/imports")) {
            return Map.of("rows", List.of());
        }
        if (isFile(path)) {
            return PDF;
        }
        if (path.startsWith(STAMPS)) {
            return stampBody(path, world.province());
        }
        if (path.endsWith("/dossier")) {
            return Map.of("why", "w");
        }
        if (path.startsWith("/api/v1/findings")) {
            return findingBody(path, world);
        }
        if (path.endsWith("/withdrawals")) {
            return Map.of("reason", "r", "decision", "d", "on", "2026-01-01");
        }
        if (path.startsWith("/api/v1/proposals")) {
            return Map.of("reason", "r");
        }
        if (path.startsWith("/api/v1/lots")) {
            return lotBody(path, world.province());
        }
        if (path.endsWith("/certificates")) {
            return Map.of("number", "1/QĐ", "decision", "1/QĐ", "stars", 4, "issuedOn", "2026-01-01");
        }
        return path.startsWith("/api/v1/producers")
                ? Map.of("name", "HTX " + world.province(), "province", world.province())
                : product(world.province(), world.producer());
    }

    private static boolean isFile(String path) {
        return path.endsWith("/decision") || path.endsWith("/evidence");
    }

    private static Map<String, Object> findingBody(String path, World world) {
        return path.endsWith("/findings")
                ? findingDraft(world.product(), "walk")
                : Map.of(
                        "words",
                        "w",
                        "until",
                        "2099-01-02",
                        "why",
                        "w",
                        "conclusion",
                        "c",
                        "number",
                        "n",
                        "reason",
                        "r");
    }

    private static Map<String, Object> stampBody(String path, String province) {
        if (!path.equals(STAMPS)) {
            return Map.of("first", "1");
        }
        return Map.of(
                "province",
                province,
                "series",
                "W" + province + "-",
                "first",
                "000001",
                "last",
                "000100",
                "printedOn",
                "2026-01-02",
                "issuer",
                "i",
                "order",
                "o");
    }

    private static Map<String, String> lotBody(String path, String province) {
        if (path.endsWith("/closings")) {
            return Map.of("evidence", "e");
        }
        return path.endsWith("/recalls") ? Map.of("reason", "r") : Map.of("sku", "W" + province, "lot", "P1");
    }

    private static Map<String, Object> product(String province, String producer) {
        var price = Map.of("amount", 120_000, "currency", "VND");
        return Map.of(
                "name",
                "Dừa sáp " + province,
                "producerId",
                producer,
                "province",
                province,
                "group",
                "07",
                "variants",
                List.of(Map.of("sku", "W" + province, "label", "Hộp", "price", price)));
    }

    private World world(String province, String name) {
        var producer = requireNonNull(administrator()
                .post()
                .uri("/api/v1/producers")
                .bodyValue(Map.of("name", "HTX " + province, "province", name))
                .exchange()
                .expectBody(ProducerRecord.class)
                .returnResult()
                .getResponseBody());
        var product = requireNonNull(administrator()
                .post()
                .uri("/api/v1/products")
                .bodyValue(product(province, producer.id()))
                .exchange()
                .expectBody(ProductRecord.class)
                .returnResult()
                .getResponseBody());
        var imported = officerOf(province)
                .post()
                .uri("/api/v1/imports")
                .bodyValue(Map.of("rows", List.of(Map.of("product", "P", "producer", "HTX", "province", name))))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return new World(
                province,
                producer.id(),
                product.id(),
                String.valueOf(requireNonNull(imported).get("id")),
                lot(province),
                proposal(province, producer.id(), product.id()),
                finding(province, product.id()),
                stamps(province));
    }

    private String proposal(String province, String producer, String product) {
        var wanted = new HashMap<>(product(province, producer));
        wanted.put("traceUrl", "https://truyxuat.example/" + System.nanoTime());
        var revision = requireNonNull(anonymous()
                        .get()
                        .uri("/api/v1/products/" + product)
                        .exchange()
                        .expectBody(ProductRecord.class)
                        .returnResult()
                        .getResponseBody())
                .revision();
        var answer = requireNonNull(as(Map.of("roles", List.of("PRODUCER"), "producers", List.of(producer)))
                .put()
                .uri("/api/v1/products/" + product)
                .header("If-Match", "\"" + revision + "\"")
                .bodyValue(wanted)
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .exists("Location")
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getLocation());
        return answer.getPath().substring("/api/v1/proposals/".length());
    }

    private String finding(String province, String product) {
        var recorded = administrator()
                .post()
                .uri("/api/v1/findings")
                .bodyValue(findingDraft(product, province + product))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        var id = String.valueOf(requireNonNull(recorded).get("id"));
        var _ = administrator()
                .post()
                .uri("/api/v1/findings/" + id + "/evidence?name=bien-ban.pdf")
                .contentType(MediaType.APPLICATION_PDF)
                .bodyValue(PDF)
                .exchange()
                .returnResult(Void.class);
        return id;
    }

    private String stamps(String province) {
        var made = administrator()
                .post()
                .uri(STAMPS)
                .bodyValue(stampBody(STAMPS, province))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(requireNonNull(made).get("id"));
    }

    private static Map<String, Object> findingDraft(String product, String key) {
        return Map.of(
                "key",
                key,
                "kind",
                "PRODUCT",
                "subject",
                product,
                "what",
                "w",
                "ground",
                "g",
                "severity",
                "MINOR",
                "deadline",
                "2099-01-01");
    }

    private String lot(String province) {
        return requireNonNull(administrator()
                        .post()
                        .uri("/api/v1/lots")
                        .bodyValue(lotBody("/api/v1/lots", province))
                        .exchange()
                        .expectBody(LotRecord.class)
                        .returnResult()
                        .getResponseBody())
                .id();
    }

    private Map<String, Object> claims(String role) {
        return Map.of(
                "sub",
                "sub-" + role,
                "roles",
                List.of(role),
                "provinces",
                List.of(own.province()),
                "producers",
                List.of(own.producer()));
    }
}
