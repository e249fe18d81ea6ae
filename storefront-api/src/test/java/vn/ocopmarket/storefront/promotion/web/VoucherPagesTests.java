package vn.ocopmarket.storefront.promotion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.Browser;
import vn.ocopmarket.storefront.DeskBeans;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.promotion.BuyerSecrets;
import vn.ocopmarket.storefront.promotion.NoRedemptions;
import vn.ocopmarket.storefront.promotion.OrdersWithVouchers;
import vn.ocopmarket.storefront.promotion.Redemptions.Use;
import vn.ocopmarket.storefront.promotion.VoucherBuyers;
import vn.ocopmarket.storefront.promotion.VouchersInMemory;

@WebFluxTest(
        controllers = {VoucherPages.class, VoucherController.class},
        excludeAutoConfiguration = ReactiveWebSecurityAutoConfiguration.class)
class VoucherPagesTests {

    private static final String JSON =
            "{\"code\":\"tet 2027\",\"name\":\"Mừng xuân\",\"nameEn\":\"New year\",\"percent\":{\"basisPoints\":1250,\"cap\":{\"amount\":50000,\"currency\":\"VND\"}},\"total\":10,\"perBuyer\":1,\"from\":\"2026-11-22\",\"to\":\"2026-12-31\"}";

    @Autowired
    private WebTestClient web;

    @Autowired
    private Browser browser;

    @Autowired
    private VouchersInMemory kept;

    @Autowired
    private NoRedemptions redemptions;

    @BeforeEach
    void clear() {
        kept.kept.clear();
        redemptions.uses.clear();
    }

    @Test
    void makesAVoucherStopsItAndEndsIt() {
        var form = form();
        form.put("percent", "60");
        form.put("to", "2026-11-01");
        assertThat(browser.sent("/staff/vouchers", form, 400))
                .contains("không quá 50", "Ngày cuối phải sau ngày đầu", "Mừng &lt;xuân&gt;")
                .doesNotContain("Mừng <xuân>");
        var _ = browser.sent("/staff/vouchers", form(), 303);
        assertThat(browser.sent("/staff/vouchers", form(), 409)).contains("Đã có mã này");

        assertThat(browser.page("/staff/vouchers", 200)).contains("TET2027", "12.5 %, tối đa 50.000 ₫", "0 / 1.000");
        redemptions.uses.add(new Use("order1", Money.dong(20_000), Instant.parse("2026-11-22T03:00:00Z"), true));
        assertThat(browser.page("/staff/vouchers/tet2027", 200))
                .contains("TET2027", "Đang dùng", "200.000 ₫", "order1", "đã trả lại lượt", "quan-tri@example.vn");

        var _ = browser.sent("/staff/vouchers/TET2027", Map.of("revision", "1", "state", "STOPPED"), 303);
        assertThat(browser.page("/staff/vouchers/TET2027?done=voucher-stopped", 200))
                .contains("Tạm ngừng", "Cho dùng lại", "Không ai dùng được nữa");
        assertThat(browser.sent("/staff/vouchers/TET2027", Map.of("revision", "1", "state", "ENDED"), 412))
                .contains("Có người vừa sửa");
        var _ = browser.sent("/staff/vouchers/TET2027", Map.of("revision", "2", "state", "ENDED"), 303);
        assertThat(browser.page("/staff/vouchers/TET2027", 200))
                .contains("Đã kết thúc")
                .doesNotContain("Cho dùng lại");
        assertThat(browser.page("/staff/vouchers/NONE", 404)).contains("404");
    }

    @Test
    void rendersInBothLanguagesWithoutAMissingWord() {
        var _ = browser.sent("/staff/vouchers", form(), 303);
        for (var address : List.of("/staff/vouchers", "/staff/vouchers/TET2027")) {
            for (var language : List.of("vi", "en")) {
                assertThat(browser.page(address + "?lang=" + language, 200)).doesNotContain("??", " style=");
            }
        }
    }

    @Test
    void asksProgramsForTheVersionThatTheyRead() {
        web.post()
                .uri("/api/v1/vouchers")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(JSON)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1.0\"")
                .expectHeader()
                .valueEquals("Location", "/api/v1/vouchers/TET2027");
        problem(post("/api/v1/vouchers", JSON, null), 409, "voucher-exists");
        problem(
                post(
                        "/api/v1/vouchers",
                        JSON.replace("\"percent\"", "\"amount\":{\"amount\":1,\"currency\":\"VND\"},\"percent\""),
                        null),
                400,
                "invalid-request");
        problem(post("/api/v1/vouchers/TET2027/stops", "", null), 428, "precondition-required");
        problem(post("/api/v1/vouchers/TET2027/stops", "", "\"7.0\""), 412, "stale");
        post("/api/v1/vouchers/TET2027/stops", "", "\"1.9\"")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2.0\"");
        post("/api/v1/vouchers/TET2027/resumptions", "", "\"2.0\"")
                .expectStatus()
                .isOk();
        post("/api/v1/vouchers/TET2027/ends", "", "\"3.0\"").expectStatus().isOk();
        problem(post("/api/v1/vouchers/TET2027/resumptions", "", "\"4.0\""), 409, "transition-not-allowed");
        web.get()
                .uri("/api/v1/vouchers?limit=1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].percent.basisPoints")
                .isEqualTo(1_250)
                .jsonPath("$.items[0].deeds.length()")
                .isEqualTo(4);
        web.get()
                .uri("/api/v1/vouchers/reconciliation")
                .exchange()
                .expectBody()
                .jsonPath("$.vouchers")
                .isEqualTo(1);
        web.get().uri("/api/v1/vouchers/none").exchange().expectStatus().isNotFound();
    }

    private WebTestClient.ResponseSpec post(String address, String body, @Nullable String version) {
        var request = web.post().uri(address).contentType(MediaType.APPLICATION_JSON);
        if (version != null) {
            request.header("If-Match", version);
        }
        return request.bodyValue(body).exchange();
    }

    private static void problem(WebTestClient.ResponseSpec answer, int status, String type) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://ocopmarket.vn/problems/" + type);
    }

    private static Map<String, String> form() {
        return new HashMap<>(Map.of(
                "code",
                "tet 2027",
                "name",
                "Mừng <xuân>",
                "nameEn",
                "New year",
                "percent",
                "12,5",
                "cap",
                "50.000",
                "total",
                "1 000",
                "from",
                "2026-11-22",
                "to",
                "2026-12-31",
                "minimum",
                "200.000 ₫",
                "groups",
                "01, 09"));
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {
                "vn.ocopmarket.storefront.pages",
                "vn.ocopmarket.storefront.desk.web",
                "vn.ocopmarket.storefront.promotion"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Tests|\\.mongo\\.).*"))
    @Import({Browser.class, DeskBeans.class})
    static class Desk {

        @Bean
        CurrentStaff currentStaff() {
            var admin = new StaffMember(
                    "a", "quan-tri@example.vn", Set.of(Role.ADMINISTRATOR), Set.of(), Set.of(), Set.of());
            return () -> Mono.just(admin);
        }

        @Bean
        VouchersInMemory vouchers() {
            return new VouchersInMemory();
        }

        @Bean
        NoRedemptions redemptions() {
            return new NoRedemptions();
        }

        @Bean
        VoucherBuyers buyers() {
            return new VoucherBuyers() {
                @Override
                public Mono<Boolean> enter(String buyerKey, String orderId, int most, Instant until) {
                    return Mono.just(true);
                }

                @Override
                public Mono<Void> leave(String orderId) {
                    return Mono.empty();
                }
            };
        }

        @Bean
        BuyerSecrets secrets() {
            return Mono::just;
        }

        @Bean
        OrdersWithVouchers orders() {
            return _ -> Mono.just(Map.of());
        }
    }
}
