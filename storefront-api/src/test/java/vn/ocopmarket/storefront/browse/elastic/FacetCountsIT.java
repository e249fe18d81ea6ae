package vn.ocopmarket.storefront.browse.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.browse.ProductFixture.TODAY;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Dossier.Right;
import vn.ocopmarket.contract.product.Dossier.RightKind;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.browse.Facet;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Counted;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.SearchPage.Count;
import vn.ocopmarket.storefront.browse.domain.Reading;
import vn.ocopmarket.storefront.browse.domain.Wordings;

/** Compares what the index counts with what anybody counts who goes through the catalogue's records one by one. */
class FacetCountsIT {

    private static final int ROUNDS = 200;
    private static final int TOP_PRODUCERS = 10;
    private static final String[] NOUNS = {"Chè", "Gạo", "Mật ong", "Mật hoa"};
    private static final String[] GROUPS = {"01", "04", "09", "13", "14", "17", "19", "I"};
    private static final String[] SHOWROOMS = {"showroom-ha-noi", "showroom-vinh-long", "diem-ban-hue"};

    private static TestIndex index;
    private static ElasticListings listings;
    private static final List<Kept> catalogue = new ArrayList<>();

    private record Kept(ProductRecord product, boolean inStock, List<String> locations) {}

    @BeforeAll
    static void fill() throws IOException {
        index = new TestIndex("facet-counts-it");
        listings = new ElasticListings(index.elasticsearch(), index.mapper, Wordings.published(), TestIndex.RANKING);
        var random = new Random(2026);
        for (int i = 0; i < 600; i++) {
            var _ = catalogue.add(any(random, i));
        }
        index.add(catalogue.stream()
                .map(kept -> index.document(kept.product, kept.inStock, kept.locations))
                .toList());
    }

    private static Kept any(Random random, int number) {
        var group = GROUPS[random.nextInt(GROUPS.length)];
        var province = 11 + random.nextInt(6);
        var fixture = aProduct("f" + number, NOUNS[random.nextInt(NOUNS.length)] + " số " + number)
                .by("Hợp tác xã " + random.nextInt(40))
                .inGroup(group, branch(group))
                .from("" + province, "Tỉnh " + province, null);
        if (random.nextInt(10) > 0) {
            var commune = province + "00" + random.nextInt(4);
            var _ = fixture.inCommune(commune, "Xã " + commune);
        }
        if (random.nextInt(3) == 0) {
            var _ = fixture.traced();
        }
        if (random.nextInt(4) == 0) {
            var _ = fixture.with(right(random));
        }
        var _ = fixture.at(random.nextInt(12) == 0 ? null : 1000L * (1 + random.nextInt(700)));
        var _ = switch (random.nextInt(8)) {
            case 0 -> fixture.expired();
            case 1 -> fixture.withdrawn();
            case 2 -> fixture.uncertified();
            default -> fixture.stars(3 + random.nextInt(3));
        };
        var inStock = random.nextBoolean();
        var locations = Stream.of(SHOWROOMS)
                .filter(_ -> inStock && random.nextInt(3) == 0)
                .toList();
        return new Kept(fixture.record(), inStock, locations);
    }

    private static Right right(Random random) {
        var kind = random.nextBoolean() ? RightKind.GEOGRAPHICAL_INDICATION : RightKind.TRADEMARK;
        @Nullable LocalDate until = random.nextBoolean() ? null : TODAY.plusDays(random.nextInt(3) - 1);
        return new Right(kind, "CDĐL-1", "Tên", "Hội", "Cục", TODAY.minusDays(random.nextInt(3)), until);
    }

    private static String branch(String group) {
        return switch (group) {
            case "14", "17" -> "II";
            case "19" -> "III";
            default -> "I";
        };
    }

    @AfterAll
    static void clear() throws IOException {
        index.close();
    }

    @Test
    void countsWhatAPlainCountOverTheCatalogueCounts() {
        var random = new Random(26);
        var asked = IntStream.range(0, ROUNDS)
                .mapToObj(_ -> query(
                        random.nextInt(2) == 0 ? "" : NOUNS[random.nextInt(NOUNS.length)],
                        randomFilters(random),
                        new Counted(Facet.ALL, "")))
                .toList();
        var answered = Objects.requireNonNull(Flux.fromIterable(asked)
                .flatMapSequential(listings::search, 16)
                .collectList()
                .block(Duration.ofMinutes(2)));
        assertThat(answered).hasSize(ROUNDS);
        assertThat(answered.stream().filter(page -> page.total() > 0).count())
                .as("with something to count")
                .isGreaterThan(ROUNDS / 3);
        for (int round = 0; round < ROUNDS; round++) {
            compare(asked.get(round), answered.get(round));
        }
    }

    private static void compare(ProductQuery query, SearchPage page) {
        var filters = query.filters();
        var about = "%s %s".formatted(query.q(), filters);
        assertThat(page.total()).as(about).isEqualTo(count(left(query.q(), filters, Set.of())));
        for (var facet : Facet.values()) {
            if (facet == Facet.COMMUNE
                    && filters.provinces().isEmpty()
                    && filters.communes().isEmpty()) {
                assertThat(page.facets()).as(about).doesNotContainKey("commune");
            } else {
                compare(page, facet, left(query.q(), filters, blindTo(facet)), filters, about);
            }
        }
        page.without()
                .forEach((facet, count) -> assertThat(count)
                        .as("%s without %s", about, facet)
                        .isEqualTo(count(left(query.q(), filters, blindTo(facet)))));
    }

    @Test
    void countsOnlyWhatIsWanted() {
        var query = new ProductQuery("", Filters.NONE, TODAY, Sort.RELEVANCE, 1, null).counting(Facet.STARS);
        assertThat(search(query).facets()).containsOnlyKeys("stars");
        assertThat(search(query.counting()).facets()).isEmpty();
    }

    @Test
    void listsTheProducersThatAreLookedForAndThoseTicked() {
        var ticked = producers(run("", Filters.NONE)).keySet().iterator().next();
        var filters = new Filters(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(ticked), null, null, false);
        var page = search(query("", filters, new Counted(Facet.ALL, "tac xa 17")));
        assertThat(producers(page).keySet()).containsExactlyInAnyOrder(ticked, "pr-hop-tac-xa-17");
        assertThat(page.facets().get("producer"))
                .as("by their names")
                .extracting(Count::label)
                .contains("Hợp tác xã 17");
    }

    private static void compare(SearchPage page, Facet facet, Predicate<Kept> wanted, Filters filters, String about) {
        var counted = asMap(page, facet.parameter());
        var truth = truth(facet, wanted);
        if (facet == Facet.PRODUCER) {
            assertThat(truth).as("%s %s", about, facet).containsAllEntriesOf(counted);
            var most = truth.values().stream()
                    .sorted((a, b) -> Long.compare(b, a))
                    .limit(TOP_PRODUCERS)
                    .toList();
            assertThat(counted.values().stream()
                            .sorted((a, b) -> Long.compare(b, a))
                            .limit(TOP_PRODUCERS))
                    .as("%s the most", about)
                    .containsExactlyElementsOf(most);
            assertThat(counted.keySet())
                    .as("%s ticked", about)
                    .containsAll(filters.producers().stream()
                            .filter(truth::containsKey)
                            .toList());
        } else {
            assertThat(counted).as("%s %s", about, facet).isEqualTo(truth);
        }
    }

    /** Its own ticks, and of a province those of its communes. */
    private static Set<Facet> blindTo(Facet facet) {
        return switch (facet) {
            case BRANCH -> Set.of(Facet.GROUP);
            case PROVINCE -> Set.of(Facet.PROVINCE, Facet.COMMUNE);
            default -> Set.of(facet);
        };
    }

    /** Everything in the catalogue that is for sale and left by the ticks, those of some facets aside. */
    private static Predicate<Kept> left(String q, Filters filters, Set<Facet> but) {
        var tests = new EnumMap<Facet, Predicate<Kept>>(Facet.class);
        tests.put(
                Facet.GROUP,
                kept -> filters.groups().isEmpty()
                        || filters.groups().contains(kept.product.group().code())
                        || filters.groups().contains(kept.product.group().branchCode()));
        tests.put(
                Facet.STARS,
                kept -> filters.stars().isEmpty() || filters.stars().contains(stars(kept)));
        tests.put(
                Facet.PROVINCE,
                ticked(filters.provinces(), kept -> kept.product.place().provinceCode()));
        tests.put(
                Facet.COMMUNE,
                ticked(filters.communes(), kept -> kept.product.place().communeCode()));
        tests.put(
                Facet.PRICE,
                kept -> (filters.minPrice() == null || price(kept) >= filters.minPrice())
                        && (filters.maxPrice() == null || price(kept) <= filters.maxPrice()));
        tests.put(
                Facet.PRODUCER,
                ticked(filters.producers(), kept -> kept.product.producer().id()));
        tests.put(Facet.IN_STOCK, kept -> !filters.inStock() || kept.inStock);
        tests.put(
                Facet.LOCATION,
                kept -> filters.locations().isEmpty()
                        || kept.locations.stream().anyMatch(filters.locations()::contains));
        tests.put(Facet.TRACEABLE, kept -> !filters.traceable() || kept.product.traceUrl() != null);
        tests.put(Facet.GEOGRAPHICAL_INDICATION, kept -> !filters.geographicalIndication() || isIndicated(kept));
        return kept -> TestIndex.isForSale(kept.product, TODAY)
                && kept.product.name().startsWith(q)
                && tests.entrySet().stream()
                        .filter(test -> !but.contains(test.getKey()))
                        .allMatch(test -> test.getValue().test(kept));
    }

    private static Predicate<Kept> ticked(Set<String> values, Function<Kept, @Nullable String> value) {
        return kept -> values.isEmpty() || value.apply(kept) instanceof String one && values.contains(one);
    }

    private static Map<String, Long> truth(Facet facet, Predicate<Kept> wanted) {
        return catalogue.stream()
                .filter(wanted)
                .flatMap(kept -> values(facet, kept))
                .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
    }

    private static Stream<String> values(Facet facet, Kept kept) {
        var product = kept.product;
        return switch (facet) {
            case BRANCH -> Stream.of(product.group().branchCode());
            case GROUP -> Stream.of(product.group().code());
            case STARS -> Stream.of("" + stars(kept));
            case PROVINCE -> Stream.of(product.place().provinceCode());
            case COMMUNE -> Stream.ofNullable(product.place().communeCode());
            case PRICE -> Stream.of(priceRange(price(kept)));
            case PRODUCER -> Stream.of(product.producer().id());
            case IN_STOCK -> kept.inStock ? Stream.of("true") : Stream.empty();
            case LOCATION -> kept.locations.stream();
            case TRACEABLE -> product.traceUrl() == null ? Stream.empty() : Stream.of("true");
            case GEOGRAPHICAL_INDICATION -> isIndicated(kept) ? Stream.of("true") : Stream.empty();
        };
    }

    private static boolean isIndicated(Kept kept) {
        return kept.product.dossier().rights().stream()
                .anyMatch(right -> right.kind() == RightKind.GEOGRAPHICAL_INDICATION && right.holdsOn(TODAY));
    }

    private static int stars(Kept kept) {
        return kept.product.certificateOn(TODAY).map(Certificate::stars).orElse(0);
    }

    private static long price(Kept kept) {
        return Objects.requireNonNull(kept.product.variants().getFirst().price())
                .amount();
    }

    private static String priceRange(long price) {
        if (price < 50_000) {
            return "0-49999";
        }
        if (price < 100_000) {
            return "50000-99999";
        }
        if (price < 200_000) {
            return "100000-199999";
        }
        return price < 500_000 ? "200000-499999" : "500000-";
    }

    private static long count(Predicate<Kept> wanted) {
        return catalogue.stream().filter(wanted).count();
    }

    private static Filters randomFilters(Random random) {
        var least = random.nextInt(4) == 0 ? 1000L * random.nextInt(300) : null;
        var most = random.nextInt(4) == 0 ? 300_000L + 1000L * random.nextInt(400) : null;
        var provinces = some(random, 2, "11", "12", "13", "14", "15", "16");
        return new Filters(
                some(random, 2, "01", "09", "14", "19", "I", "II"),
                some(random, 2, "3", "4", "5").stream().map(Integer::valueOf).collect(Collectors.toSet()),
                provinces,
                provinces.isEmpty()
                        ? Set.of()
                        : some(random, 4, provinces.iterator().next() + "001", "12002"),
                some(random, 6, "pr-hop-tac-xa-1", "pr-hop-tac-xa-2", "pr-hop-tac-xa-30", "pr-hop-tac-xa-31"),
                least,
                most,
                random.nextInt(4) == 0,
                some(random, 5, SHOWROOMS),
                random.nextInt(5) == 0,
                random.nextInt(6) == 0);
    }

    /** One time in so many at least one of the values. */
    private static Set<String> some(Random random, int seldom, String... values) {
        var some = new HashSet<String>();
        if (random.nextInt(seldom) == 0) {
            var count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                var _ = some.add(values[random.nextInt(values.length)]);
            }
        }
        return some;
    }

    private static Map<String, Long> producers(SearchPage page) {
        return asMap(page, "producer");
    }

    private static Map<String, Long> asMap(SearchPage page, String facet) {
        return Objects.requireNonNull(page.facets().get(facet), facet).stream()
                .collect(Collectors.toMap(Count::value, Count::count, (a, _) -> a, TreeMap::new));
    }

    private static SearchPage run(String q, Filters filters) {
        return search(query(q, filters, new Counted(Facet.ALL, "")));
    }

    private static ProductQuery query(String q, Filters filters, Counted counted) {
        return new ProductQuery(q, filters, TODAY, Sort.RELEVANCE, 1, null, counted, Reading.literal(q));
    }

    private static SearchPage search(ProductQuery query) {
        return Objects.requireNonNull(listings.search(query).block(Duration.ofSeconds(20)), "the page");
    }
}
