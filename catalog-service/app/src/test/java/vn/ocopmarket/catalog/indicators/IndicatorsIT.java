package vn.ocopmarket.catalog.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.testing.Eventually.eventually;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.catalog.links.Links;
import vn.ocopmarket.catalog.links.domain.Finding;
import vn.ocopmarket.catalog.links.domain.Judgement;
import vn.ocopmarket.catalog.product.CatalogProduct;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.contract.indicators.IndicatorReport;
import vn.ocopmarket.contract.indicators.IndicatorReport.Part;
import vn.ocopmarket.contract.indicators.IndicatorReport.Stars;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.GroupRef;
import vn.ocopmarket.contract.product.ProducerRef;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.contract.product.Variant;

/** The figures against a plain count over the export. */
class IndicatorsIT extends RunningCatalog {

    private static final int PRODUCTS = Integer.getInteger("indicators.products", 1_200);
    private static final int WITH_LOTS = 40;
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> PROVINCES = List.of("86", "68", "42", "25", "91");
    private static final List<String> GROUPS = List.of("01", "07", "13", "26");
    private static final Set<String> TRACED = new HashSet<>();

    private static boolean filled;

    @Autowired
    private Products products;

    @Autowired
    private Links links;

    @Autowired
    private Clock clock;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("ocop.links.monitor", () -> "off");
    }

    @BeforeEach
    void fill() {
        if (filled) {
            return;
        }
        filled = true;
        var random = new Random(7);
        var all = IntStream.range(0, PRODUCTS).mapToObj(i -> product(i, random)).toList();
        for (int from = 0; from < all.size(); from += 200) {
            var some = all.subList(from, Math.min(from + 200, all.size())).stream()
                    .map(record -> new CatalogProduct(record, Set.of("id|" + record.id()), null))
                    .toList();
            assertThat(products.write(some).block(Duration.ofSeconds(60))).isEmpty();
        }
        all.stream().limit(WITH_LOTS).forEach(this::addLot);
        var watched = all.stream()
                .filter(product -> product.traceUrl() != null)
                .limit(PRODUCTS / 4)
                .toList();
        var _ = links.note(watched, clock.instant()).block(Duration.ofSeconds(60));
        watched.forEach(product -> judge(product, random.nextInt(3)));
    }

    private void addLot(ProductRecord product) {
        administrator()
                .post()
                .uri("/api/v1/lots")
                .bodyValue(Map.of("sku", product.variants().getFirst().sku(), "lot", "L1"))
                .exchange()
                .expectStatus()
                .isCreated();
        TRACED.add(product.id());
    }

    private void judge(ProductRecord product, int how) {
        var found = Finding.answered(List.of(200, 404, 403).get(how), true);
        var url = String.valueOf(product.traceUrl());
        var judged = Judgement.of(product.id(), url, null, 0, found, clock.instant());
        var _ = links.keep(judged).block(Duration.ofSeconds(10));
        if (how == 0) {
            TRACED.add(product.id());
        }
    }

    private static ProductRecord product(int i, Random random) {
        var province = PROVINCES.get(random.nextInt(PROVINCES.size()));
        var group = GROUPS.get(random.nextInt(GROUPS.size()));
        var sku = "IND-" + i;
        var certificates = new ArrayList<Certificate>();
        var on = LocalDate.of(2019 + random.nextInt(7), 1 + random.nextInt(12), 1 + random.nextInt(28));
        for (int many = random.nextInt(4); many > 0; many--) {
            certificates.add(new Certificate(
                    i + "-" + many,
                    i + "/QĐ-UBND",
                    "UBND tỉnh",
                    on,
                    on.plusMonths(36),
                    3 + random.nextInt(3),
                    null,
                    null,
                    Set.of()));
            on = on.plusMonths(6 + random.nextInt(40));
        }
        var rights = random.nextInt(4) > 0
                ? List.<Dossier.Right>of()
                : List.of(new Dossier.Right(
                        Dossier.RightKind.values()[random.nextInt(4)],
                        "4-" + random.nextInt(50),
                        "Nhãn",
                        "HTX",
                        "Cục SHTT",
                        LocalDate.of(2020, 1, 1),
                        random.nextBoolean() ? LocalDate.of(2024, 1, 1) : null));
        var price = random.nextInt(5) == 0 ? null : Money.dong(50_000);
        return new ProductRecord(
                "p" + i,
                1,
                "san-pham-" + i,
                "Sản phẩm " + i,
                new ProducerRef("h" + i % 90, "h" + i % 90, "HTX " + i % 90, "HTX"),
                new PlaceRef(
                        province,
                        "Tỉnh " + province,
                        random.nextInt(10) == 0 ? null : province + "00" + random.nextInt(6),
                        "Xã",
                        random.nextInt(3) == 0 ? List.of("Tỉnh Trà Vinh", "Huyện Cầu Ngang") : List.of(),
                        null),
                new GroupRef(group, "Nhóm " + group, "Group " + group, "I", "Ngành", "Branch"),
                certificates,
                List.of(new Variant(sku, null, "Hộp", null, price, TaxClass.PROCESSED_FOOD)),
                null,
                List.of(),
                null,
                random.nextInt(3) == 0 ? null : "https://shop.vn/" + i,
                List.of(),
                true,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-01-01T00:00:00Z"),
                new Dossier(List.of(), rights, List.of(), null),
                null);
    }

    private IndicatorReport report(String query) {
        return Objects.requireNonNull(anonymous()
                .get()
                .uri("/api/v1/indicators" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(IndicatorReport.class)
                .returnResult()
                .getResponseBody());
    }

    private List<ProductRecord> export() {
        var lines = Objects.requireNonNull(anonymous()
                .get()
                .uri("/api/v1/exports/products")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        return lines.lines()
                .filter(line -> !line.isBlank())
                .map(line -> JSON.readValue(line, ProductRecord.class))
                .toList();
    }

    private static int stars(ProductRecord product, LocalDate day) {
        return product.certificateOn(day).map(Certificate::stars).orElse(0);
    }

    private static boolean buyable(ProductRecord product, LocalDate day) {
        return Eligibility.of(product, product.variants().getFirst().sku(), day) instanceof Eligibility.Eligible;
    }

    private static Map<String, Long> counted(Stream<ProductRecord> products, Function<ProductRecord, String> by) {
        return products.collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> totals(List<Part> parts) {
        return parts.stream()
                .collect(Collectors.toMap(Part::code, part -> part.stars().total(), Long::sum, TreeMap::new));
    }

    @Test
    void agreesWithAPlainCountOverTheExportForRandomFilters() {
        var random = new Random(11);
        var all = export();
        assertThat(all).hasSize(PRODUCTS);
        var day = LocalDate.now(clock);
        for (int round = 0; round < 25; round++) {
            var province = random.nextBoolean() ? "" : PROVINCES.get(random.nextInt(PROVINCES.size()));
            var group = random.nextBoolean() ? "" : GROUPS.get(random.nextInt(GROUPS.size()));
            var year = random.nextBoolean() ? 0 : 2019 + random.nextInt(7);
            var stars = random.nextBoolean() ? 0 : 3 + random.nextInt(3);
            var query = "?"
                    + (province.isEmpty() ? "" : "province=" + province + "&")
                    + (group.isEmpty() ? "" : "group=" + group + "&")
                    + (year == 0 ? "" : "year=" + year + "&")
                    + (stars == 0 ? "" : "stars=" + stars);
            Predicate<ProductRecord> wanted = product ->
                    (province.isEmpty() || product.place().provinceCode().equals(province))
                            && (group.isEmpty() || product.group().code().equals(group))
                            && (year == 0 || isFirstOf(product, year))
                            && (stars == 0 || stars(product, day) == stars);
            compare(report(query), all.stream().filter(wanted).toList(), day, query);
        }
    }

    private static boolean isFirstOf(ProductRecord product, int year) {
        return !product.certificates().isEmpty()
                && product.certificates().getFirst().issuedOn().getYear() == year;
    }

    private static void compare(IndicatorReport report, List<ProductRecord> chosen, LocalDate day, String query) {
        var certified =
                chosen.stream().filter(product -> stars(product, day) > 0).toList();
        assertThat(report.products()).as(query).isEqualTo(chosen.size());
        assertThat(report.certified())
                .as(query)
                .isEqualTo(new Stars(
                        certified.stream().filter(p -> stars(p, day) == 3).count(),
                        certified.stream().filter(p -> stars(p, day) == 4).count(),
                        certified.stream().filter(p -> stars(p, day) == 5).count()));
        assertThat(report.buyable())
                .as(query)
                .isEqualTo(certified.stream().filter(p -> buyable(p, day)).count());
        assertThat(report.tracing().working())
                .as(query)
                .isEqualTo(
                        certified.stream().filter(p -> TRACED.contains(p.id())).count());
        assertThat(report.tracing().none())
                .as(query)
                .isEqualTo(certified.stream()
                        .filter(p -> p.traceUrl() == null && !TRACED.contains(p.id()))
                        .count());
        assertThat(totals(report.groups()))
                .as(query)
                .isEqualTo(counted(certified.stream(), p -> p.group().code()));
        assertThat(totals(report.provinces()))
                .as(query)
                .isEqualTo(counted(certified.stream(), p -> p.place().provinceCode()));
        assertThat(totals(report.communes()))
                .as(query)
                .isEqualTo(counted(
                        certified.stream().filter(p -> p.place().communeCode() != null),
                        p -> String.valueOf(p.place().communeCode())));
        assertThat(report.rights().stream()
                        .mapToLong(IndicatorReport.RightCount::count)
                        .sum())
                .as(query)
                .isEqualTo(chosen.stream()
                        .flatMap(p -> p.dossier().rights().stream())
                        .filter(right -> right.validUntil() == null)
                        .map(right -> right.kind() + right.number())
                        .distinct()
                        .count());
        assertThat(report.years().stream()
                        .mapToLong(year -> year.first().total())
                        .sum())
                .as(query)
                .isEqualTo(chosen.stream()
                        .filter(p -> !p.certificates().isEmpty()
                                && p.certificates().getFirst().stateOn(day)
                                        != vn.ocopmarket.contract.product.CertificateState.NOT_YET_VALID)
                        .count());
    }

    @Test
    void followsAChange() {
        var day = LocalDate.now(clock);
        var victim = export().stream()
                .filter(product -> stars(product, day) == 5)
                .findFirst()
                .orElseThrow();
        var before = report("").certified().five();
        var number = victim.certificateOn(day).orElseThrow().number();
        administrator()
                .post()
                .uri("/api/v1/products/{id}/certificates/{number}/withdrawals", victim.id(), number)
                .header("If-Match", "\"" + victim.revision() + "\"")
                .bodyValue(Map.of("reason", "Không còn đạt", "decision", "9/QĐ-UBND", "on", day.toString()))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();

        eventually(() -> assertThat(report("").certified().five()).isEqualTo(before - 1));
    }

    @Test
    void measuresTheAimsOfPlansForTheirOwnAreas() {
        var day = LocalDate.now(clock);
        var inCauNgang = export().stream()
                .filter(product -> product.place().provinceCode().equals("86")
                        && product.place().formerNames().contains("Huyện Cầu Ngang"))
                .toList();
        var certified =
                inCauNgang.stream().filter(product -> stars(product, day) > 0).toList();
        var traced = report("?province=25").targets().stream()
                .filter(target -> target.id().equals("cau-ngang-traced"))
                .findFirst()
                .orElseThrow();

        assertThat(traced.whole()).isEqualTo(certified.size());
        assertThat(traced.count())
                .isEqualTo(certified.stream()
                        .filter(product -> TRACED.contains(product.id()))
                        .count());
        assertThat(traced.reached()).isEqualTo(traced.count() * 2 > certified.size());
    }
}
