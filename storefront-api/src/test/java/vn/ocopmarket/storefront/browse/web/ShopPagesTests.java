package vn.ocopmarket.storefront.browse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.browse.ProductFixture.TODAY;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.product.Media;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Story;
import vn.ocopmarket.contract.product.Story.Section;
import vn.ocopmarket.contract.product.Story.Video;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.storefront.browse.ExplainSearch;
import vn.ocopmarket.storefront.browse.ExplainSearch.Explained;
import vn.ocopmarket.storefront.browse.ExplainSearch.How;
import vn.ocopmarket.storefront.browse.ExplainSearch.Part;
import vn.ocopmarket.storefront.browse.ExplainSearch.Where;
import vn.ocopmarket.storefront.browse.Facet;
import vn.ocopmarket.storefront.browse.FindByProducer;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.browse.ListedProduct;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.PlacesByName.Named;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.RecallsOfProduct;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.SearchPage.Count;
import vn.ocopmarket.storefront.browse.SearchUnavailable;
import vn.ocopmarket.storefront.browse.Showrooms;
import vn.ocopmarket.storefront.browse.Showrooms.Showroom;
import vn.ocopmarket.storefront.browse.SuggestingWhileTyping;
import vn.ocopmarket.storefront.browse.Suggestions;
import vn.ocopmarket.storefront.browse.Suggestions.SuggestedProduct;
import vn.ocopmarket.storefront.browse.TraceOfProduct;
import vn.ocopmarket.storefront.pages.Outages;

@WebFluxTest(
        controllers = {
            HomePages.class,
            SearchPages.class,
            ProductPages.class,
            ProducerPages.class,
            CrawlerPages.class,
            SearchController.class,
            ExplainPages.class,
            ExplainController.class,
            ProductController.class
        },
        excludeAutoConfiguration = ReactiveWebSecurityAutoConfiguration.class)
class ShopPagesTests {

    private static final ProductRecord SOLD =
            aProduct("p1", "Nước mắm <Phú Quốc>").inGroup("09").stars(4).record();
    private static final ProductRecord LIQUOR =
            aProduct("p5", "Rượu nếp mẫu").inGroup("14").stars(5).record();
    /** A drink of another group, that is one by its strength. */
    private static final ProductRecord CIDER = aProduct("p6", "Nước táo lên men mẫu")
            .inGroup("09")
            .stars(5)
            .withAlcohol(45)
            .record();

    private static final ProductRecord WITHDRAWN =
            aProduct("p2", "Khô ếch thu hồi").withdrawn().record();
    private static final ProductRecord EXPIRED =
            aProduct("p3", "Khô ếch hết hạn").by("Cơ sở Hết hạn").expired().record();

    private static final ProductRecord TOLD = aProduct("p4", "Dừa sáp có chuyện")
            .told(new Story(
                    List.of(
                            new Section(
                                    "Cây dừa <b>sáp</b>",
                                    "Ở **Cầu Kè**.<script>alert(1)</script>",
                                    List.of(new Media("https://anh.example/vuon.jpg", "Vườn \"dừa\"", "Chị Tư")),
                                    List.of(
                                            new Video("https://youtu.be/abc", "Hái dừa <i>"),
                                            new Video("javascript:alert(1)", "Không phải phim"))),
                            new Section(null, "Bà tôi kể.", List.of(), List.of())),
                    "Chị <Tư>",
                    "Báo làng",
                    "vi"))
            .record();

    @Autowired
    private WebTestClient web;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search?q=nuoc+mam&stars=4&group=09&price=50000-99999&sort=-price",
                "/search?q=xyzzy",
                "/search?q=xyzzy+5+sao+duoi+100k&stars=4&minPrice=1000&maxPrice=50000",
                "/search?q=nuoc+mam+5+sao+o+tra+vinh&commune=29335&location=showroom-ha-noi&gi=true&traceable=true&group=I",
                "/products/nuoc-mam-phu-quoc-p1",
                "/products/nuoc-mam-phu-quoc-p1/certificate",
                "/products/kho-ech-thu-hoi-p2",
                "/products/dua-sap-co-chuyen-p4",
                "/producers/pr-hop-tac-xa-mau",
                "/about/stars",
                "/suggest?q=nuoc"
            })
    void rendersInBothLanguagesWithoutAMissingWord(String address) {
        for (var language : List.of("vi", "en")) {
            var joint = address.contains("?") ? "&" : "?";
            assertThat(page(address + joint + "lang=" + language, 200))
                    .doesNotContain("??")
                    .doesNotContain(" style=")
                    .doesNotContain(" onclick=");
        }
    }

    @Test
    void escapesWhatOfficersTyped() {
        assertThat(page("/products/nuoc-mam-phu-quoc-p1", 200))
                .doesNotContain("<Phú Quốc>")
                .contains("&lt;Phú Quốc&gt;", "\\u003cPhú Quốc>");
    }

    @Test
    void tellsAStoryInSections() {
        assertThat(page("/products/dua-sap-co-chuyen-p4", 200))
                .contains(
                        "Cây dừa &lt;b&gt;sáp&lt;/b&gt;</h3>",
                        "<p>Ở <strong>Cầu Kè</strong>.&lt;script&gt;alert(1)&lt;/script&gt;</p>",
                        "alt=\"Vườn &quot;dừa&quot;\"",
                        "Ảnh: Chị Tư",
                        "href=\"https://youtu.be/abc\"",
                        "Hái dừa &lt;i&gt; (youtu.be)",
                        "Người kể: Chị &lt;Tư&gt;",
                        "Nguồn: Báo làng")
                .doesNotContain("javascript:", "<iframe", "Không phải phim", "<script>alert");
        web.get()
                .uri("/api/v1/products/p4")
                .exchange()
                .expectBody()
                .jsonPath("$.narrative.sections[0].heading")
                .isEqualTo("Cây dừa <b>sáp</b>")
                .jsonPath("$.story")
                .value(
                        String.class,
                        story -> assertThat(story).contains("Ở Cầu Kè.").doesNotContain("**"));
    }

    @Test
    void offersWhatIsValidToday() {
        assertThat(page("/products/nuoc-mam-phu-quoc-p1", 200))
                .contains("stars--4", "action=\"/cart/lines\"", "\"@type\":\"Offer\"");
    }

    @Test
    void saysWhyAWithdrawnProductIsNotSold() {
        assertThat(page("/products/kho-ech-thu-hoi-p2", 200))
                .contains("đã bị thu hồi", "Không còn đạt tiêu chí")
                .doesNotContain("stars--", "action=\"/cart/lines\"", "\"@type\":\"Offer\"");
    }

    @Test
    void saysWhyAnExpiredProductIsNotSold() {
        assertThat(page("/products/kho-ech-het-han-p3", 200))
                .contains("đã hết hạn")
                .doesNotContain("stars--", "action=\"/cart/lines\"", "\"@type\":\"Offer\"");
        web.get()
                .uri("/api/v1/products/p3")
                .header("Accept-Language", "en")
                .exchange()
                .expectBody()
                .jsonPath("$.purchasable")
                .isEqualTo(false)
                .jsonPath("$.stars")
                .isEmpty()
                .jsonPath("$.variants[0].reasons[0].code")
                .isEqualTo("CERTIFICATE_EXPIRED")
                .jsonPath("$.certificate.state")
                .isEqualTo("EXPIRED");
    }

    @Test
    void showsAProducerAlsoWhileItHasNothingToSell() {
        assertThat(page("/producers/" + EXPIRED.producer().id(), 200))
                .contains("không có sản phẩm nào được bán", "/products/kho-ech-het-han-p3", "Đã hết hạn")
                .doesNotContain("stars--");
        assertThat(page("/producers/nobody", 404)).contains("404");
    }

    @Test
    void showsOnItsFirstPageWhereToLookAndTaste() {
        assertThat(page("/", 200)).contains("Nhà trưng bày &lt;Hà Nội&gt;");
    }

    @Test
    void promotesNoAlcoholOnItsFirstPage() {
        assertThat(page("/", 200)).contains("Nước mắm &lt;Phú Quốc&gt;").doesNotContain("Rượu nếp mẫu");
        assertThat(page("/search", 200)).contains("Đồ uống có cồn", "/age?next=/products/");
    }

    @Test
    void showsAlcoholOnlyToWhoGaveADateOfBirth() {
        assertThat(page("/search", 200)).doesNotContain("Rượu nếp mẫu");
        assertThat(pageOf("yes", "/search")).contains("Rượu nếp mẫu");
        assertThat(pageOf("no", "/search")).doesNotContain("Rượu nếp mẫu");
        assertThat(page("/suggest?q=nep", 200)).contains(SOLD.slug()).doesNotContain("Rượu nếp mẫu");
        assertThat(pageOf("yes", "/suggest?q=nep")).contains("Rượu nếp mẫu");
    }

    @Test
    void knowsDrinksOfOtherGroupsByTheirStrengthEverywhere() {
        for (var address : List.of(
                "/",
                "/search",
                "/suggest?q=nuoc",
                "/producers/" + CIDER.producer().id())) {
            assertThat(page(address, 200)).as(address).doesNotContain("Nước táo lên men mẫu");
        }
        assertThat(pageOf("yes", "/search")).contains("Nước táo lên men mẫu");
        assertThat(pageOf("yes", "/suggest?q=nuoc")).contains("Nước táo lên men mẫu");
        web.get()
                .uri("/products/" + CIDER.slug())
                .header("Accept", "text/html,*/*")
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/age?next=/products/" + CIDER.slug());
    }

    @Test
    void tellsProgramsWhichProductsAreForAdults() {
        assertThat(answer("/api/v1/products")).contains("Nước táo lên men mẫu", CIDER.slug(), "\"forAdults\":true");
        assertThat(answer("/api/v1/suggest?q=nuoc")).contains("Nước táo lên men mẫu", "\"forAdults\":true");
        assertThat(answer("/api/v1/products/p6")).contains("Nước táo lên men mẫu", "\"forAdults\":true");
        assertThat(answer("/api/v1/products/p1")).contains("\"forAdults\":false");
    }

    private String answer(String path) {
        var body = web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }

    private String pageOf(String age, String address) {
        var body = web.get()
                .uri(address)
                .header("Accept", "text/html,*/*")
                .cookie("of-age", age)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }

    @Test
    void saysBesideTheResultsHowTheyAreOrdered() {
        assertThat(page("/search?q=nuoc+mam", 200)).contains("href=\"/about/ranking\"");
    }

    @Test
    void suggestsPlacesOfTodayAndBeforeWithTheSearchThatFindsWhatComesFromThere() {
        assertThat(page("/suggest?q=cau+ke", 200))
                .contains(
                        "/search?commune=29308&amp;commune=29335",
                        "Huyện Cầu Kè (tên cũ), nay thuộc Tỉnh Vĩnh Long",
                        "Tỉnh Trà Vinh (tên cũ)",
                        "/search?province=86",
                        "nước mắm &lt;ngon&gt;",
                        "role=\"option\"")
                .doesNotContain("Xã Nobody", "=null", "province=&", "q=&");
        web.get()
                .uri("/api/v1/suggest?q=cau ke")
                .exchange()
                .expectBody()
                .jsonPath("$.places[0].parameters.commune[1]")
                .isEqualTo("29335")
                .jsonPath("$.places[1].parameters.q[0]")
                .isEqualTo("Tỉnh Trà Vinh")
                .jsonPath("$.places.length()")
                .isEqualTo(3)
                .jsonPath("$.queries[0]")
                .isEqualTo("nước mắm <ngon>");
        assertThat(page("/suggest?q=down", 200))
                .as("without places")
                .contains("Nước mắm")
                .doesNotContain("Vĩnh Long");
    }

    @Test
    void leadsFromTheIdToTheOneAddress() {
        web.get()
                .uri("/products/p1")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(301)
                .expectHeader()
                .valueEquals("Location", "/products/nuoc-mam-phu-quoc-p1");
    }

    @Test
    void givesHtmxOnlyThePartThatChanges() {
        var part = web.get()
                .uri("/search?q=nuoc+mam")
                .header("HX-Request", "true")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Vary", ".*HX-Request.*")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(part).contains("id=\"browse\"").doesNotContain("<html");
    }

    @Test
    void neverShowsAnEmptyResultWhenSearchIsDown() {
        assertThat(page("/search?q=down", 503)).contains("Tạm thời chưa tìm kiếm được");
        web.get()
                .uri("/api/v1/products?q=down")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://ocopmarket.vn/problems/search-unavailable");
    }

    @Test
    void namesEveryWrongParameterAtOnce() {
        web.get()
                .uri("/api/v1/products?stars=6&limit=0&sort=best&at=2026-13-01&grup=09&minPrice=9&maxPrice=1")
                .header("Accept-Language", "en")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields)
                        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                        .containsExactlyInAnyOrder("grup", "stars", "limit", "sort", "at", "maxPrice"));
    }

    @Test
    void showsWhatItUnderstoodAndTakesItBack() {
        assertThat(page("/search?q=nuoc+mam+5+sao+duoi+100k", 200))
                .contains("chip--understood", ">5 sao</span>", "Đến 99.999 ₫")
                .contains("/search?q=nuoc%20mam%205%20sao%20duoi%20100k&amp;literal=stars");
        assertThat(page("/search?q=nuoc+mam+5+sao&literal=stars", 200)).doesNotContain("chip--understood");
        web.get()
                .uri("/api/v1/products?q=xyzzy 5 sao dưới 100k ở Vĩnh Long")
                .exchange()
                .expectBody()
                .jsonPath("$.understood[*].kind")
                .value(kinds -> assertThat(kinds).hasToString("[\"stars\",\"price\",\"place\"]"))
                .jsonPath("$.understood[1].parameters.maxPrice[0]")
                .isEqualTo("99999")
                .jsonPath("$.understood[2].label")
                .isEqualTo("Vĩnh Long");
    }

    @Test
    void showsWhatItTakesInsteadOfWhatWasSaid() {
        assertThat(page("/search?q=nuoc+mam+duoi+100k&minPrice=50000&price=50000-99999", 200))
                .as("the field is what counts")
                .contains("Từ 50.000 ₫")
                .doesNotContain("Đến 99.999 ₫", "value=\"50000-99999\" checked");
        assertThat(page("/search?q=nuoc+mam+4+sao", 200)).contains("id=\"stars-4\" name=\"stars\" value=\"4\" checked");
        assertThat(page("/search?q=nuoc+mam+4+sao&stars=4", 200))
                .as("one chip, which takes both back")
                .containsOnlyOnce(">4 sao</span> <span aria-hidden")
                .contains("/search?q=nuoc%20mam%204%20sao&amp;literal=stars\"");
        assertThat(page("/search?q=nuoc+mam+4+sao&stars=5", 200)).doesNotContain("literal=stars");
        web.get()
                .uri("/api/v1/products?q=xyzzy 4 sao dưới 100k&stars=5&maxPrice=99999")
                .exchange()
                .expectBody()
                .jsonPath("$.understood[0].replaced")
                .isEqualTo(true)
                .jsonPath("$.understood[1].replaced")
                .isEqualTo(false);
    }

    @Test
    void keepsBracesInItsLinks() {
        var found = web.get()
                .uri(URI.create("/search?q=%7Bgao%7D+%7B0%7D&stars=4"))
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(found).contains("href=\"/search?q=%7Bgao%7D%20%7B0%7D\"><span>4 sao");
    }

    @Test
    void saysThatNothingHasAllOfTheWords() {
        assertThat(page("/search?q=sao+chep", 200)).contains("Không có sản phẩm nào khớp hết các chữ");
        assertThat(page("/search?q=nuoc+mam", 200)).doesNotContain("khớp hết các chữ");
        web.get()
                .uri("/api/v1/products?q=sao+chep")
                .exchange()
                .expectBody()
                .jsonPath("$.match")
                .isEqualTo("any");
    }

    @Test
    void explainsToStaffWhyAProductIsFound() {
        assertThat(page("/staff/search", 200)).doesNotContain("Được điểm vì");
        for (var language : List.of("vi", "en")) {
            assertThat(page("/staff/search?q=nuoc+mam&lang=" + language, 200))
                    .doesNotContain("??", " style=", "<Phú Quốc>")
                    .contains(language.equals("vi") ? "Tổng cộng 4,5 điểm" : "4.5 points in all");
        }
        assertThat(page("/staff/search?q=nuoc+mam", 200))
                .contains("Tên sản phẩm bắt đầu bằng “nuoc mam”", "Thuộc nhóm sản phẩm mà câu tìm nói đến");
        web.get()
                .uri("/api/v1/products/explain?q=nuoc+mam&ids=p1")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].parts[0].says")
                .isEqualTo("Tên sản phẩm bắt đầu bằng “nuoc mam”")
                .jsonPath("$.items[0].score")
                .isEqualTo(4.5);
        web.get()
                .uri("/api/v1/products/explain?q=nuoc+mam&ids=p1,a.b")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("ids");
    }

    @Test
    void offersWaysOnWhenNothingIsFound() {
        assertThat(page("/search?q=xyzzy+5+sao&stars=5&province=86", 200))
                .contains("Số sao: 12 sản phẩm", "/search?q=xyzzy&amp;province=86", "Nước mắm, tương, gia vị lỏng: 7");
        web.get()
                .uri("/api/v1/products?q=xyzzy&stars=5")
                .exchange()
                .expectBody()
                .jsonPath("$.without[0].facet")
                .isEqualTo("stars")
                .jsonPath("$.without[0].count")
                .isEqualTo(12);
    }

    @Test
    void keepsWhatIsTickedButCannotBeDrawn() {
        assertThat(page("/search?q=nuoc+mam&group=26&at=2026-01-02", 200))
                .contains("<input type=\"hidden\" name=\"group\" value=\"26\">")
                .contains("<input type=\"hidden\" name=\"at\" value=\"2026-01-02\">");
        assertThat(page("/search?q=nuoc+mam&group=09", 200))
                .as("in the form of the order alone")
                .containsOnlyOnce("<input type=\"hidden\" name=\"group\" value=\"09\">");
    }

    @Test
    void namesShowroomsCommunesAndProducers() {
        assertThat(page("/search?q=nuoc+mam&province=86", 200))
                .contains("Nhà trưng bày &lt;Hà Nội&gt;", "Xã Tam Ngãi", "HTX &lt;Mẫu&gt;")
                .doesNotContain("diem-ban-khong-ten");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q",
                "q=-",
                "q=5+sao+-+--",
                "q=%00%01%02%1F%7F",
                "q=%22%5D%7D%7D%2C%7B%22query%22%3A%7B%22match_all%22%3A%7B%7D%7D%7D",
                "q=name%3A*+AND+NOT+%28_exists_%3Aid%29+%7E10+%5E1000+%5B*+TO+*%5D",
                "q=%F0%9F%98%80%E2%80%8D%EF%B8%8F%CC%81%CC%81%CC%81",
                "q=%E2%80%AE%D8%B3%D9%85%D9%83%E2%81%A6",
                "q=%ED%A0%80",
                "q=999999999+tri%E1%BB%87u+t%E1%BB%AB+0k+%C4%91%E1%BA%BFn",
                "q=a&q=b",
                "=&=",
                "group=01&group=x",
                "stars=%D9%A3",
                "limit=-1",
                "limit=99999999999999999999",
                "minPrice=1e400&maxPrice=NaN",
                "at=%2B999999999-12-31",
                "at=0000-01-01",
                "sort=__proto__",
                "sort=price&cursor=cHJpY2UKMUU5OTkKeA",
                "cursor=%00",
                "facets=%2C%2C&literal=",
                "facets=%00",
                "inStock=TRUE",
                "location=%2Fetc%2Fpasswd",
                "producerName=%2A%2A%2A",
            })
    void mindsNothingThatIsAsked(String query) {
        for (var path : List.of("/api/v1/products?", "/search?", "/api/v1/suggest?", "/suggest?")) {
            var answer = web.get()
                    .uri(URI.create(path + query))
                    .exchange()
                    .expectBody(String.class)
                    .returnResult();
            assertThat(answer.getStatus().value()).as(path + query).isIn(200, 400);
            if (answer.getStatus().value() == 400 && path.startsWith("/api/")) {
                assertThat(answer.getResponseBody()).as(path + query).contains("\"errors\":[{\"field\":\"");
            }
        }
    }

    @Test
    void refusesThousandsOfFilters() {
        var many = IntStream.range(0, 3_000)
                .mapToObj(number -> "producer=p" + number)
                .collect(Collectors.joining("&"));
        web.get()
                .uri(URI.create("/api/v1/products?" + many))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("producer");
        var names = IntStream.range(0, 3_000).mapToObj(number -> "n" + number).collect(Collectors.joining("&"));
        web.get()
                .uri(URI.create("/api/v1/products?" + names))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(50);
    }

    @Test
    void listsProductsForSearchEngines() {
        assertThat(page("/sitemap.xml", 200)).contains("/products/nuoc-mam-phu-quoc-p1</loc>");
        assertThat(page("/robots.txt", 200)).contains("Disallow: /checkout", "Sitemap: ");
    }

    private String page(String address, int status) {
        var body = web.get()
                .uri(address)
                .header("Accept", "text/html,*/*")
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"vn.ocopmarket.storefront.pages", "vn.ocopmarket.storefront.browse.web"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
    static class Shop {

        @Bean
        Clock clock() {
            var zone = ZoneId.of("Asia/Ho_Chi_Minh");
            return Clock.fixed(TODAY.atTime(9, 0).atZone(zone).toInstant(), zone);
        }

        @Bean
        Outages outages() {
            return _ -> false;
        }

        @Bean
        Listings listings() {
            return new OneShelf();
        }

        @Bean
        SuggestingWhileTyping suggestingWhileTyping(Listings listings) {
            return new SuggestingWhileTyping(
                    listings,
                    typed -> typed.equals("down")
                            ? Mono.error(new IOException("down"))
                            : Mono.just(List.of(
                                    new Named(
                                            "former-district",
                                            "Huyện Cầu Kè",
                                            "86",
                                            "Tỉnh Vĩnh Long",
                                            List.of("29308", "29335")),
                                    new Named("former-province", "Tỉnh Trà Vinh", "86", "Tỉnh Vĩnh Long", List.of()),
                                    new Named("commune", "Xã Nobody", "86", "Tỉnh Vĩnh Long", List.of("00001")),
                                    new Named("province", "Tỉnh Vĩnh Long", "86", "Tỉnh Vĩnh Long", List.of()))),
                    _ -> List.of("nước mắm <ngon>"));
        }

        @Bean
        FindProducts findProducts() {
            return new Shelf();
        }

        @Bean
        FindByProducer findByProducer() {
            return producer -> Flux.just(SOLD, CIDER, WITHDRAWN, EXPIRED)
                    .filter(product -> product.producer().id().equals(producer))
                    .map(product -> new ListedProduct(product, List.of(Shelf.stock(product))));
        }

        @Bean
        ExplainSearch explainSearch() {
            var parts = List.of(
                    new Part(Where.NAME, How.BEGINNING, "nuoc mam", 3), new Part(Where.GROUP, How.KIND, "", 1.5));
            return (query, _) -> Mono.just(new Explained(
                    query.q(),
                    null,
                    SearchPage.Match.EXACT,
                    List.of(new ExplainSearch.Hit("p1", "Nước mắm <Phú Quốc>", 4.5, parts))));
        }

        @Bean
        RecallsOfProduct recallsOfProduct() {
            return _ -> List.of();
        }

        @Bean
        TraceOfProduct traceOfProduct() {
            return (_, _) -> Mono.just(TraceOfProduct.Known.NOTHING);
        }

        @Bean
        Showrooms showrooms() {
            return () -> Flux.just(new Showroom("showroom-ha-noi", "Nhà trưng bày <Hà Nội>", "01", true));
        }
    }

    /** Finds one product, nothing for {@code xyzzy}, and is down for {@code down}. */
    private static final class OneShelf implements Listings {

        @Override
        public Mono<SearchPage> search(ProductQuery query) {
            if (query.filters().producers().contains(EXPIRED.producer().id())
                    || query.filters().communes().contains("00001")) {
                return Mono.just(new SearchPage(List.of(), 0, true, Map.of(), null, null));
            }
            return switch (query.q()) {
                case "down" -> Mono.error(new SearchUnavailable("down", new IOException("down")));
                case "xyzzy" ->
                    Mono.just(new SearchPage(
                            List.of(),
                            0,
                            true,
                            Map.of("group", List.of(new Count("09", 7))),
                            "nước mắm",
                            null,
                            Map.of(Facet.STARS, 12L)));
                case "sao chep" ->
                    Mono.just(new SearchPage(
                            List.of(SearchCard.of(SOLD, true)),
                            1,
                            true,
                            Map.of(),
                            null,
                            null,
                            Map.of(),
                            SearchPage.Match.ANY));
                default ->
                    Mono.just(new SearchPage(
                            List.of(SearchCard.of(LIQUOR, true), SearchCard.of(CIDER, true), SearchCard.of(SOLD, true)),
                            1,
                            true,
                            Map.of(
                                    "branch", List.of(new Count("I", 1)),
                                    "group", List.of(new Count("09", 1)),
                                    "commune", List.of(new Count("29335", 1, "Xã Tam Ngãi")),
                                    "producer", List.of(new Count("pr-1", 1, "HTX <Mẫu>")),
                                    "location",
                                            List.of(
                                                    new Count("showroom-ha-noi", 1),
                                                    new Count("diem-ban-khong-ten", 1)),
                                    "stars", List.of(new Count("4", 1)),
                                    "province", List.of(new Count("86", 1)),
                                    "price", List.of(new Count("50000-99999", 1)),
                                    "inStock", List.of(new Count("true", 1))),
                            null,
                            null));
            };
        }

        @Override
        public Mono<Suggestions> suggest(String typed, LocalDate day) {
            return Mono.just(new Suggestions(
                    List.of(
                            new SuggestedProduct("p1", SOLD.slug(), SOLD.name(), "09", false),
                            new SuggestedProduct("p6", CIDER.slug(), CIDER.name(), "09", true),
                            new SuggestedProduct("p5", "ruou-nep-mau-p5", "Rượu nếp mẫu", "14", true)),
                    List.of(),
                    List.of(),
                    List.of()));
        }
    }

    private static final class Shelf implements FindProducts {

        @Override
        public Mono<ListedProduct> byIdOrSlug(String idOrSlug) {
            return Flux.just(SOLD, CIDER, WITHDRAWN, EXPIRED, TOLD)
                    .filter(product ->
                            product.id().equals(idOrSlug) || product.slug().equals(idOrSlug))
                    .next()
                    .map(product -> new ListedProduct(product, List.of(stock(product))));
        }

        @Override
        public Mono<ListedProduct> byCode(String code) {
            return Mono.empty();
        }

        @Override
        public Flux<ProductRecord> shownBySku(Collection<String> skus) {
            return Flux.empty();
        }

        @Override
        public Flux<ProductRecord> currentBySku(Collection<String> skus) {
            return Flux.empty();
        }

        private static AvailabilityRecord stock(ProductRecord product) {
            return new AvailabilityRecord(
                    product.variants().getFirst().sku(), 1, 5, List.of(), Instant.parse("2026-11-21T00:00:00Z"));
        }
    }
}
