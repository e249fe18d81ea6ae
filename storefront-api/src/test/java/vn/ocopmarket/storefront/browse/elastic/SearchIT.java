package vn.ocopmarket.storefront.browse.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ocopmarket.storefront.browse.ProductFixture.TODAY;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.search.ProductDocument;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.storefront.browse.ExplainSearch;
import vn.ocopmarket.storefront.browse.ExplainSearch.How;
import vn.ocopmarket.storefront.browse.ExplainSearch.Part;
import vn.ocopmarket.storefront.browse.ExplainSearch.Where;
import vn.ocopmarket.storefront.browse.Facet;
import vn.ocopmarket.storefront.browse.InvalidCursor;
import vn.ocopmarket.storefront.browse.ProductFixture;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Counted;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.SearchPage.Count;
import vn.ocopmarket.storefront.browse.SearchPage.Match;
import vn.ocopmarket.storefront.browse.domain.Reading;
import vn.ocopmarket.storefront.browse.domain.Wordings;

class SearchIT {

    private static final String[] NOUNS = {"Chè", "Gạo", "Mật ong", "Bánh tráng", "Chả cá", "Muối tôm"};

    private static TestIndex index;
    private static ElasticListings listings;
    private static final List<Made> made = new ArrayList<>();

    private record Made(ProductRecord product, boolean inStock) {}

    @BeforeAll
    static void fill() throws IOException {
        index = new TestIndex("search-it");
        listings = new ElasticListings(index.elasticsearch(), index.mapper, Wordings.published(), TestIndex.RANKING);
        make(aProduct("nm1", "Nước mắm Phú Quốc Khải Hoàn")
                .inGroup("09")
                .stars(5)
                .from("91", "Tỉnh An Giang", "Đặc khu Phú Quốc", "Tỉnh Kiên Giang"));
        make(aProduct("nm2", "Nước mắm Tĩn")
                .inGroup("09")
                .from("68", "Tỉnh Lâm Đồng", "Phường Phan Thiết", "Tỉnh Bình Thuận"));
        make(aProduct("tb1", "Tương bần").inGroup("09"));
        make(aProduct("cm5", "Gạo 5 sao Cà Mau").stars(4));
        make(aProduct("mm1", "Mầm đậu xanh"));
        make(aProduct("ke1", "Khô ếch Minh Nhựt")
                .from("86", "Tỉnh Vĩnh Long", "Xã Tam Ngãi", "Tỉnh Trà Vinh", "Huyện Cầu Kè"));
        make(aProduct("qn1", "Tiêu Tiên Phước").from("48", "Thành phố Đà Nẵng", "Xã Tiên Phước", "Tỉnh Quảng Nam"));
        make(aProduct("hq1", "Tinh dầu hoa nhài quế xanh"));
        make(aProduct("hq2", "Hoa quả sấy dẻo"));
        make(aProduct("ex1", "Nước mắm Phú Quốc hết hạn").expired());
        make(aProduct("wd1", "Nước mắm Phú Quốc thu hồi").withdrawn());
        make(aProduct("np1", "Nước mắm Phú Quốc chưa giá").at(null));
        make(aProduct("nc1", "Nước mắm Phú Quốc chưa chứng nhận").uncertified());
        make(aProduct("rb1", "Rượu Bàu Đá").inGroup("14").by("Lò Bàu Đá"));
        makeMany();
        index.add(made.stream()
                .map(one -> index.document(one.product, one.inStock))
                .toList());
    }

    private static void make(ProductFixture fixture) {
        var _ = made.add(new Made(fixture.record(), true));
    }

    private static void makeMany() {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var fixture = aProduct("g" + i, NOUNS[random.nextInt(NOUNS.length)] + " số " + i)
                    .inGroup("0" + (1 + random.nextInt(6)))
                    .from("" + (11 + random.nextInt(5)), "Tỉnh Thử", null)
                    .at(1000L * (1 + random.nextInt(700)))
                    .createdAt(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(50)));
            var _ = random.nextInt(6) == 0 ? fixture.expired() : fixture.stars(3 + random.nextInt(3));
            var _ = made.add(new Made(fixture.record(), random.nextBoolean()));
        }
    }

    @AfterAll
    static void clear() throws IOException {
        index.close();
    }

    @Test
    void findsWithAndWithoutAccentsAlike() {
        assertThat(names(search("nuoc mam phu quoc"))).first().isEqualTo("Nước mắm Phú Quốc Khải Hoàn");
        assertThat(names(search("Nước mắm Phú Quốc"))).first().isEqualTo("Nước mắm Phú Quốc Khải Hoàn");
        assertThat(names(search("NƯỚC MẮM phú quốc"))).first().isEqualTo("Nước mắm Phú Quốc Khải Hoàn");
    }

    @Test
    void putsTheVerySpellingFirst() {
        assertThat(names(search("mầm"))).first().isEqualTo("Mầm đậu xanh");
        assertThat(names(search("mắm"))).first().asString().startsWith("Nước mắm");
    }

    @Test
    void findsByOldPlaceNames() {
        assertThat(names(search("Cầu Kè"))).containsExactly("Khô ếch Minh Nhựt");
        assertThat(names(search("cau ke"))).containsExactly("Khô ếch Minh Nhựt");
        assertThat(names(search("Quảng Nam"))).containsExactly("Tiêu Tiên Phước");
        assertThat(names(search("khô ếch trà vinh"))).containsExactly("Khô ếch Minh Nhựt");
    }

    @Test
    void findsByCodes() {
        assertThat(names(search("SKU-ke1"))).containsExactly("Khô ếch Minh Nhựt");
        assertThat(names(search("cn-ke1-1"))).containsExactly("Khô ếch Minh Nhựt");
        assertThat(names(search("sku ke1"))).containsExactly("Khô ếch Minh Nhựt");
        assertThat(names(search("CN KE1 1"))).containsExactly("Khô ếch Minh Nhựt");
        assertThat(names(search("skuke1"))).containsExactly("Khô ếch Minh Nhựt");
    }

    @Test
    void hidesNothingThatIsCalledLikeWhatWasUnderstood() {
        var reading = new Reading("gạo 5 sao", "gạo", List.of(new Reading.Stars("5 sao", Set.of(5))));
        var fiveStars = new Filters(Set.of(), Set.of(5), Set.of(), Set.of(), Set.of(), null, null, false);
        var page = run(new ProductQuery("gạo", fiveStars, TODAY, Sort.RELEVANCE, 100, null, Counted.USUAL, reading));
        assertThat(page.items())
                .hasSizeGreaterThan(5)
                .allSatisfy(card -> assertThat(card.name().equals("Gạo 5 sao Cà Mau")
                                || Objects.requireNonNull(card.recognitionOn(TODAY))
                                                .stars()
                                        == 5)
                        .isTrue());
        assertThat(names(page)).contains("Gạo 5 sao Cà Mau");
    }

    @Test
    void looksOnlyInThePlaceThatWasUnderstood() {
        var reading = new Reading("ở trà vinh", "", List.of(new Reading.Place("ở trà vinh", "Trà Vinh")));
        var page = run(new ProductQuery("", Filters.NONE, TODAY, Sort.RELEVANCE, 100, null, Counted.USUAL, reading));
        assertThat(names(page)).containsExactly("Khô ếch Minh Nhựt");
    }

    @Test
    void findsAWholeGroupByItsEverydayName() {
        var reading = new Reading("nước mắm", "nước mắm", List.of(new Reading.Group("nước mắm", "09")));
        var page = run(
                new ProductQuery("nước mắm", Filters.NONE, TODAY, Sort.RELEVANCE, 100, null, Counted.USUAL, reading));
        assertThat(names(page)).contains("Nước mắm Tĩn", "Tương bần").last().isEqualTo("Tương bần");
    }

    @Test
    void keepsOutWhatIsNotForSale() {
        assertThat(names(search("nước mắm phú quốc")))
                .as("what was asked for, then more of the kind")
                .containsExactly("Nước mắm Phú Quốc Khải Hoàn", "Nước mắm Tĩn");
        var yesterday = query("nước mắm phú quốc", Filters.NONE, Sort.RELEVANCE, 20, null);
        var then = new ProductQuery(yesterday.q(), Filters.NONE, TODAY.minusDays(1), Sort.RELEVANCE, 20, null);
        assertThat(names(run(then))).contains("Nước mắm Phú Quốc hết hạn");
    }

    @Test
    void forgivesASlipAndSaysSo() {
        var page = search("nuoc mom phu quoc");
        assertThat(names(page)).first().isEqualTo("Nước mắm Phú Quốc Khải Hoàn");
        assertThat(page.didYouMean()).isEqualTo("nước mắm phú quốc");
        assertThat(names(search("khô ếc"))).contains("Khô ếch Minh Nhựt");
        assertThat(search("xyzzyqwert").items()).isEmpty();
    }

    @Test
    void leavesWordsThatStandInOneNameAsTheyAre() {
        var page = search("hoa quế");
        assertThat(page.didYouMean()).as("hoa quả is one letter away").isNull();
        assertThat(names(page)).first().isEqualTo("Tinh dầu hoa nhài quế xanh");
    }

    @Test
    void tellsHowFarWhatItFindsFitsTheWords() {
        assertThat(search("gạo").match()).isEqualTo(Match.EXACT);
        assertThat(search("khô ếch").match())
                .as("few, but nothing else is alike")
                .isEqualTo(Match.EXACT);
        assertThat(search("nước mắm phú quốc").match()).isEqualTo(Match.RELATED);
        assertThat(search("nước mắm truyền thuyết xưa").match()).isEqualTo(Match.ANY);
        assertThat(search("xyzzyqwert").match()).isEqualTo(Match.ANY);
        assertThat(search("").match()).isEqualTo(Match.EXACT);
    }

    @Test
    void explainsEveryPointOfAHit() {
        var explaining = new Explaining(listings, index.elasticsearch(), index.mapper);
        for (var q : List.of("nước mắm phú quốc", "nuoc mam", "fish sauce", "khô ếch cầu kè", "nuocs mam", "SKU-ke1")) {
            var query = query(q, Filters.NONE, Sort.RELEVANCE, 20, null);
            var explained =
                    Objects.requireNonNull(explaining.explain(query, List.of()).block(Duration.ofSeconds(20)));
            assertThat(explained.hits())
                    .as(q)
                    .isNotEmpty()
                    .allSatisfy(hit -> assertThat(hit.parts().stream()
                                    .mapToDouble(Part::points)
                                    .sum())
                            .isCloseTo(hit.score(), Percentage.withPercentage(0.01)));
            assertThat(explained.hits())
                    .as(q)
                    .extracting(ExplainSearch.Hit::name)
                    .isEqualTo(names(run(query)).stream().limit(10).toList());
        }
        var one = Objects.requireNonNull(explaining
                .explain(query("nước mắm phú quốc", Filters.NONE, Sort.RELEVANCE, 20, null), List.of("nm1"))
                .block(Duration.ofSeconds(20)));
        assertThat(one.hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.parts())
                        .extracting(Part::where, Part::how, Part::text)
                        .contains(
                                tuple(Where.NAME, How.TOGETHER, "nuoc mam phu quoc"),
                                tuple(Where.NAME, How.BEGINNING, "nuoc mam"),
                                tuple(Where.NAME, How.ACCENTS, "phú")));
    }

    @Test
    void looksInTheCommunesThatWereUnderstood() {
        var communes = new Reading.Place("ở Tam Ngãi", "Tam Ngãi", Set.of("29335", "12345"));
        var reading = new Reading("ở Tam Ngãi", "", List.of(communes));
        var page = run(new ProductQuery("", Filters.NONE, TODAY, Sort.RELEVANCE, 100, null, Counted.USUAL, reading));
        assertThat(names(page)).contains("Mầm đậu xanh").doesNotContain("Khô ếch Minh Nhựt", "Nước mắm Tĩn");
    }

    @Test
    void findsWhatIsSaidOtherwise() {
        assertThat(names(search("fish sauce")))
                .containsExactlyInAnyOrder("Nước mắm Phú Quốc Khải Hoàn", "Nước mắm Tĩn");
        assertThat(names(search("Tĩn làm quà"))).containsExactly("Nước mắm Tĩn");
        assertThat(search("trà").total())
                .as("all that the north calls chè")
                .isGreaterThanOrEqualTo(search("chè").total());
    }

    @Test
    void putsASlipInAPlaceOrAKnownWordRight() {
        assertThat(search("tieu teen phuoc").didYouMean()).isEqualTo("tiêu tiên phước");
        assertThat(search("nuocs mam").didYouMean()).isEqualTo("nước mắm");
        assertThat(names(search("khô ếch trà vimh"))).containsExactly("Khô ếch Minh Nhựt");
        assertThat(names(search("nước mắm ngon tuyệt vời")))
                .as("any of the words")
                .contains("Nước mắm Tĩn");
    }

    @Test
    void countsFacetsAsTheyAre() {
        var random = new Random(11);
        for (int round = 0; round < 60; round++) {
            var filters = randomFilters(random);
            var q = random.nextInt(3) == 0 ? "" : NOUNS[random.nextInt(NOUNS.length)];
            var page = run(query(q, filters, Sort.RELEVANCE, 100, null));
            var words = matching(q);
            assertThat(page.total()).as("%s %s", q, filters).isEqualTo(count(words.and(ticked(filters, ""))));
            assertThat(asMap(page, "group"))
                    .as("%s %s", q, filters)
                    .isEqualTo(truth(
                            words.and(ticked(filters, "group")),
                            one -> one.product.group().code()));
            assertThat(asMap(page, "province"))
                    .isEqualTo(truth(
                            words.and(ticked(filters, "province")),
                            one -> one.product.place().provinceCode()));
            assertThat(asMap(page, "stars"))
                    .isEqualTo(truth(words.and(ticked(filters, "stars")), one -> "" + stars(one)));
            assertThat(asMap(page, "price"))
                    .isEqualTo(truth(words.and(ticked(filters, "price")), one -> priceRange(price(one))));
            var inStock = truth(words.and(ticked(filters, "inStock")), one -> "" + one.inStock);
            assertThat(asMap(page, "inStock").getOrDefault("true", 0L)).isEqualTo(inStock.getOrDefault("true", 0L));
        }
    }

    @Test
    void pagesThroughEverythingOnce() {
        for (var sort : Sort.values()) {
            for (var q : List.of("", "chè")) {
                var seen = new ArrayList<String>();
                @Nullable String cursor = null;
                do {
                    var page = run(query(q, Filters.NONE, sort, 17, cursor));
                    page.items().forEach(card -> seen.add(card.id()));
                    cursor = page.next();
                } while (cursor != null);
                assertThat(seen).as("%s %s", sort, q).doesNotHaveDuplicates().hasSize((int) count(matching(q)));
            }
        }
    }

    @Test
    void sortsByPriceAndStars() {
        var prices = run(query("", Filters.NONE, Sort.PRICE, 100, null)).items().stream()
                .map(SearchCard::price)
                .toList();
        assertThat(prices).isSorted();
        var stars = run(query("chè", Filters.NONE, Sort.STARS, 100, null)).items().stream()
                .map(card -> -card.recognitions().getFirst().stars())
                .toList();
        assertThat(stars).isSorted();
    }

    @Test
    void pagesThroughEverythingOnceWhileOthersComeBetween() throws IOException {
        var own = new TestIndex("search-it-paging");
        try (own) {
            var shelves = new ElasticListings(own.elasticsearch(), own.mapper, Wordings.published(), TestIndex.RANKING);
            var random = new Random(3);
            var there = IntStream.range(0, 60)
                    .mapToObj(number -> own.document(anyOf(random, "t" + number), true))
                    .toList();
            own.add(there);
            var written = 0;
            for (var sort : Sort.values()) {
                var seen = new ArrayList<String>();
                @Nullable String cursor = null;
                do {
                    var page = Objects.requireNonNull(shelves.search(query("", Filters.NONE, sort, 17, cursor))
                            .block(Duration.ofSeconds(20)));
                    page.items().forEach(card -> seen.add(card.id()));
                    cursor = page.next();
                    own.add(List.of(own.document(anyOf(random, "new" + written++), true)));
                } while (cursor != null);
                assertThat(seen).as("%s", sort).doesNotHaveDuplicates();
                assertThat(seen)
                        .as("%s", sort)
                        .containsAll(there.stream().map(ProductDocument::id).toList());
            }
        }
    }

    private static ProductRecord anyOf(Random random, String id) {
        return aProduct(id, NOUNS[random.nextInt(NOUNS.length)] + " " + id)
                .at(1000L * (1 + random.nextInt(9)))
                .stars(3 + random.nextInt(3))
                .createdAt(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(20)))
                .record();
    }

    @Test
    void answersWhateverIsAsked() {
        for (var q : List.of(
                "\"}]}}",
                "{\"query\":{}}",
                "name:* AND NOT (x~10 ^1000 [* TO *]",
                "\u0301\u0301",
                "😀 👨‍👩‍👧‍👦",
                "\u202eسمك",
                ". / -",
                "-",
                "--",
                "a b c d e f g h i j k l",
                "x".repeat(120))) {
            var counted = new Counted(Facet.ALL, q);
            var page = run(
                    new ProductQuery(q, Filters.NONE, TODAY, Sort.RELEVANCE, 100, null, counted, Reading.literal(q)));
            assertThat(page.total()).as(q).isNotNegative();
        }
        var byPrice = query("", Filters.NONE, Sort.PRICE, 5, null);
        for (var place : List.of("1E999", "1.5", "9223372036854775808", "E")) {
            var cursor = Cursors.after(byPrice, place, "x", null, List.of());
            assertThatThrownBy(() -> run(query("", Filters.NONE, Sort.PRICE, 5, cursor)))
                    .as(place)
                    .isInstanceOf(InvalidCursor.class);
        }
        var last = Cursors.after(byPrice, "9223372036854775807", "\"}]", null, List.of());
        assertThat(run(query("", Filters.NONE, Sort.PRICE, 5, last)).items()).isEmpty();
    }

    @Test
    void refusesMomentsThatAreOverOrNeverWere() {
        var byWords = query("chè", Filters.NONE, Sort.RELEVANCE, 5, null);
        var moment = Objects.requireNonNull(
                index.elasticsearch().openMoment(Duration.ofMinutes(1)).block(Duration.ofSeconds(20)));
        index.elasticsearch().closeMoment(moment).block(Duration.ofSeconds(20));
        assertThatThrownBy(() -> run(query(
                        "chè", Filters.NONE, Sort.RELEVANCE, 5, Cursors.after(byWords, "1", "x", moment, List.of()))))
                .isInstanceOfSatisfying(
                        InvalidCursor.class,
                        refused -> assertThat(refused.isTooOld()).isTrue());
        for (var name :
                List.of("x", "AAAA", moment.substring(0, moment.length() / 2), "_".repeat(900), moment + moment)) {
            for (var time = 0; time < 4; time++) {
                var cursor = Cursors.after(byWords, "1", "x", name, List.of());
                assertThatThrownBy(() -> run(query("chè", Filters.NONE, Sort.RELEVANCE, 5, cursor)))
                        .as(name)
                        .isInstanceOf(InvalidCursor.class);
            }
        }
        assertThat(search("chè").total()).as("the search minds none of it").isPositive();
    }

    @Test
    void pagesThroughAllHitsOfWordsOnceWhileScoresMove() throws IOException {
        for (var sort : List.of(Sort.RELEVANCE, Sort.STARS)) {
            var own = new TestIndex("search-it-scores-" + sort.ordinal());
            try (own) {
                var shelves =
                        new ElasticListings(own.elasticsearch(), own.mapper, Wordings.published(), TestIndex.RANKING);
                var random = new Random(5);
                var there = IntStream.range(0, 80)
                        .mapToObj(number -> own.document(named(random, "there" + number), true))
                        .toList();
                own.add(there);
                var seen = new ArrayList<String>();
                @Nullable String cursor = null;
                do {
                    var limit = 2 + random.nextInt(20);
                    var page =
                            Objects.requireNonNull(shelves.search(query("chè gạo", Filters.NONE, sort, limit, cursor))
                                    .block(Duration.ofSeconds(20)));
                    page.items().forEach(card -> seen.add(card.id()));
                    cursor = page.next();
                    shake(own, random, seen.size());
                } while (cursor != null);
                assertThat(seen).as("%s", sort).doesNotHaveDuplicates();
                assertThat(seen)
                        .as("%s", sort)
                        .containsAll(there.stream().map(ProductDocument::id).toList());
            }
        }
    }

    /** New ones come at the beginning, in the middle and at the end, and one goes. */
    private static void shake(TestIndex own, Random random, int time) throws IOException {
        own.add(IntStream.range(0, 25)
                .mapToObj(number -> own.document(named(random, "new" + time + "-" + number), true))
                .toList());
        own.remove("new" + time + "-0");
    }

    private static ProductRecord named(Random random, String id) {
        return aProduct(id, "Chè gạo " + "chè gạo ngon ".repeat(random.nextInt(4)) + "x".repeat(1 + random.nextInt(3)))
                .stars(3 + random.nextInt(3))
                .record();
    }

    @Test
    void refusesACursorWithOtherWordsTicksOrDay() {
        var next = search5("chè", Filters.NONE, null).next();
        assertThat(search5("chè", Filters.NONE, next).items()).isNotEmpty();
        var inStock = new Filters(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, true);
        assertThatThrownBy(() -> search5("gạo", Filters.NONE, next)).isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(() -> search5("chè", inStock, next)).isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(
                        () -> run(new ProductQuery("chè", Filters.NONE, TODAY.minusDays(1), Sort.RELEVANCE, 5, next)))
                .isInstanceOf(InvalidCursor.class);
        var said = new Reading("chè ở trà vinh", "chè", List.of(new Reading.Place("ở trà vinh", "Trà Vinh")));
        assertThatThrownBy(() ->
                        run(new ProductQuery("chè", Filters.NONE, TODAY, Sort.RELEVANCE, 5, next, Counted.USUAL, said)))
                .isInstanceOf(InvalidCursor.class);
    }

    private static SearchPage search5(String q, Filters filters, @Nullable String cursor) {
        return run(query(q, filters, Sort.RELEVANCE, 5, cursor));
    }

    @Test
    void refusesACursorOfAnotherSearch() {
        var next = run(query("", Filters.NONE, Sort.PRICE, 5, null)).next();
        assertThatThrownBy(() -> run(query("", Filters.NONE, Sort.NEWEST, 5, next)))
                .isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(() -> run(query("", Filters.NONE, Sort.PRICE, 5, "bm9uc2Vuc2U")))
                .isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(() -> run(query("", Filters.NONE, Sort.PRICE, 5, "***")))
                .isInstanceOf(InvalidCursor.class);
    }

    @Test
    void suggestsWhileTyping() {
        var suggestions = Objects.requireNonNull(
                listings.suggest("nuoc m", TODAY).block(Duration.ofSeconds(20)), "the suggestions");
        assertThat(suggestions.products()).extracting(product -> product.name()).contains("Nước mắm Tĩn");
    }

    @Test
    void suggestsDrinksWithAlcoholOnlyToWhoHasAskedForThem() {
        for (var typed : List.of("r", "ruou", "rượu b", "lo bau")) {
            var suggested = Objects.requireNonNull(
                    listings.suggest(typed, TODAY).block(Duration.ofSeconds(20)), "the suggestions");
            assertThat(suggested.products())
                    .extracting(product -> product.name())
                    .as(typed)
                    .doesNotContain("Rượu Bàu Đá");
            assertThat(suggested.producers())
                    .extracting(producer -> producer.name())
                    .doesNotContain("Lò Bàu Đá");
        }
        var asked = Objects.requireNonNull(
                listings.suggest("rượu bàu đ", TODAY).block(Duration.ofSeconds(20)), "the suggestions");
        assertThat(asked.products()).extracting(product -> product.name()).containsExactly("Rượu Bàu Đá");
    }

    @Test
    void getsAProductByIdSlugAndCodeAtOnce() throws IOException {
        var products = new ElasticProducts(index.elasticsearch(), index.mapper);
        var expired = made.stream()
                .filter(one -> one.product.id().equals("ex1"))
                .findFirst()
                .orElseThrow()
                .product;
        for (int i = 0; i < 2; i++) {
            assertThat(products.byIdOrSlug("ex1").block(Duration.ofSeconds(20)))
                    .extracting(listed -> listed.product())
                    .isEqualTo(expired);
            assertThat(products.byIdOrSlug(expired.slug()).block(Duration.ofSeconds(20)))
                    .extracting(listed -> listed.product())
                    .isEqualTo(expired);
        }
        assertThat(products.byCode("SKU-ex1").block(Duration.ofSeconds(20)))
                .extracting(listed -> listed.product())
                .isEqualTo(expired);
        assertThat(products.byIdOrSlug("there-is-none").blockOptional(Duration.ofSeconds(20)))
                .isEmpty();
    }

    @Test
    void getsProductsBySkuWhateverItKnowsOfThem() {
        var products = new ElasticProducts(index.elasticsearch(), index.mapper);
        assertThat(idsOf(products, "SKU-ex1")).as("searched").containsExactly("ex1");
        assertThat(idsOf(products, "SKU-ex1")).as("got by its id").containsExactly("ex1");
        assertThat(idsOf(products, "SKU-nm1", "SKU-none", "SKU-ex1"))
                .as("some got, some searched")
                .containsExactlyInAnyOrder("ex1", "nm1");
        assertThat(idsOf(products, "SKU-nm1", "SKU-ex1")).as("all got at once").containsExactlyInAnyOrder("ex1", "nm1");
        assertThat(idsOf(products, "SKU-none")).isEmpty();
        assertThat(idsOf(products, "sku-ex1")).as("a SKU is its very spelling").isEmpty();
    }

    @Test
    void findsASkuAgainThatMovedToAnotherProduct() throws IOException {
        var products = new ElasticProducts(index.elasticsearch(), index.mapper);
        var first = aProduct("mv1", "Chuyển chủ").expired().record();
        index.add(List.of(index.document(first, true)));
        assertThat(idsOf(products, "SKU-mv1")).containsExactly("mv1");

        index.remove("mv1");
        index.add(List.of(index.document(withId(first, "mv2"), true)));

        assertThat(idsOf(products, "SKU-mv1")).containsExactly("mv2");
        index.remove("mv2");
    }

    private static List<String> idsOf(ElasticProducts products, String... skus) {
        return Objects.requireNonNull(products.bySkus(List.of(skus))
                .map(ProductRecord::id)
                .collectList()
                .block(Duration.ofSeconds(20)));
    }

    private static ProductRecord withId(ProductRecord product, String id) {
        return new ProductRecord(
                id,
                product.revision(),
                product.slug(),
                product.name(),
                product.producer(),
                product.place(),
                product.group(),
                product.certificates(),
                product.variants(),
                product.story(),
                product.media(),
                product.alcoholTenths(),
                product.traceUrl(),
                product.notices(),
                product.sample(),
                product.createdAt(),
                product.updatedAt());
    }

    private static SearchPage search(String q) {
        return run(query(q, Filters.NONE, Sort.RELEVANCE, 20, null));
    }

    private static SearchPage run(ProductQuery query) {
        return Objects.requireNonNull(listings.search(query).block(Duration.ofSeconds(20)), "the page");
    }

    private static ProductQuery query(String q, Filters filters, Sort sort, int limit, @Nullable String cursor) {
        return new ProductQuery(q, filters, TODAY, sort, limit, cursor);
    }

    private static List<String> names(SearchPage page) {
        return page.items().stream().map(SearchCard::name).toList();
    }

    private static Filters randomFilters(Random random) {
        return new Filters(
                random.nextBoolean() ? Set.of() : Set.of("0" + (1 + random.nextInt(3)), "0" + (4 + random.nextInt(3))),
                random.nextBoolean() ? Set.of() : Set.of(3 + random.nextInt(3)),
                random.nextBoolean() ? Set.of() : Set.of("11", "1" + (2 + random.nextInt(3))),
                Set.of(),
                Set.of(),
                random.nextBoolean() ? null : 50_000L,
                random.nextBoolean() ? null : 499_999L,
                random.nextBoolean());
    }

    private static Predicate<Made> matching(String q) {
        return one -> TestIndex.isForSale(one.product, TODAY)
                && (q.isEmpty()
                        || one.product.name().startsWith(q.substring(0, 1).toUpperCase(Locale.ROOT) + q.substring(1)));
    }

    private static Predicate<Made> ticked(Filters filters, String but) {
        return one -> (but.equals("group")
                        || filters.groups().isEmpty()
                        || filters.groups().contains(one.product.group().code()))
                && (but.equals("stars")
                        || filters.stars().isEmpty()
                        || filters.stars().contains(stars(one)))
                && (but.equals("province")
                        || filters.provinces().isEmpty()
                        || filters.provinces().contains(one.product.place().provinceCode()))
                && (but.equals("price") || filters.minPrice() == null || price(one) >= filters.minPrice())
                && (but.equals("price") || filters.maxPrice() == null || price(one) <= filters.maxPrice())
                && (but.equals("inStock") || !filters.inStock() || one.inStock);
    }

    private static int stars(Made one) {
        return one.product.certificateOn(TODAY).map(Certificate::stars).orElse(0);
    }

    private static long price(Made one) {
        var price = one.product.variants().getFirst().price();
        return price == null ? 0 : price.amount();
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

    private static long count(Predicate<Made> wanted) {
        return made.stream().filter(wanted).count();
    }

    private static Map<String, Long> truth(Predicate<Made> wanted, Function<Made, String> value) {
        return made.stream().filter(wanted).collect(Collectors.groupingBy(value, Collectors.counting()));
    }

    private static Map<String, Long> asMap(SearchPage page, String facet) {
        return page.facets().getOrDefault(facet, List.of()).stream()
                .collect(Collectors.toMap(Count::value, Count::count));
    }
}
