package vn.ocopmarket.storefront.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.BodyInserters;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.promotion.KeepingVouchers;
import vn.ocopmarket.storefront.promotion.domain.Voucher;
import vn.ocopmarket.storefront.promotion.domain.VoucherDraft;
import vn.ocopmarket.storefront.promotion.domain.Worth;

/** A buyer without JavaScript tries codes, takes one off again, and orders with another. */
class UsingVouchersIT extends RunningShop {

    @Autowired
    KeepingVouchers keeping;

    @Test
    void showsWhatACodeTakesOffBeforeAnybodyPays() {
        var today = LocalDate.now(clock);
        var fixture = aProduct(ids.next(8), "Mắm ruốc " + ids.next(6))
                .at(100_000L)
                .certified(4, today.minusYears(1), today.plusYears(1));
        var _ = sell(fixture, 5);
        var cart = cartOf(fixture.sku(), 2);
        var code = voucher("Giảm mười phần trăm", new Worth.Percent(1_000, Money.dong(100_000)));
        var other = voucher("Bớt năm nghìn", new Worth.Fixed(Money.dong(5_000)));

        assertThat(page(web.get().uri("/cart").cookie("cart", cart).exchange(), HttpStatus.OK))
                .contains("name=\"voucher\"", "action=\"/checkout\"");
        var first = page(
                web.get()
                        .uri("/checkout?voucher={code}", code.toLowerCase(Locale.ROOT))
                        .cookie("cart", cart)
                        .exchange(),
                HttpStatus.OK);
        assertThat(first).contains("Giảm mười phần trăm", "−20.000 ₫", "180.000 ₫");
        var both = sent(cart, Map.of("vouchers", code, "voucher", other, "step", "voucher"), HttpStatus.OK);
        assertThat(both).contains("−20.000 ₫", "−5.000 ₫", "175.000 ₫");
        var wrong = sent(cart, Map.of("vouchers", code, "voucher", "no such", "step", "voucher"), HttpStatus.OK);
        assertThat(wrong).contains("Không có mã giảm giá NOSUCH.", "−20.000 ₫", "aria-describedby=\"voucher-error\"");
        var ended = sent(cart, Map.of("vouchers", "ENDED " + code, "step", "place"), HttpStatus.OK);
        assertThat(ended).as("a bad one takes no other with it").contains("Không có mã giảm giá ENDED.", "−20.000 ₫");
        var without = sent(cart, Map.of("vouchers", code + " " + other, "drop", code), HttpStatus.OK);
        assertThat(without).contains("−5.000 ₫").doesNotContain("−20.000 ₫");

        var form = address();
        form.put("vouchers", code);
        form.put("step", "place");
        var quoted = sent(cart, form, HttpStatus.OK);
        form.put("key", hidden(quoted, "key"));
        form.put("vouchers", hidden(quoted, "vouchers"));
        form.put("quoted", hidden(quoted, "quoted"));
        form.put("shown", hidden(quoted, "shown"));
        form.put("step", "order");
        form.put("voucher", other);
        assertThat(sent(cart, form, HttpStatus.CONFLICT)).contains("−5.000 ₫", "Xem lại tổng tiền");
        form.remove("voucher");
        var link = web.post()
                .uri("/checkout")
                .cookie("cart", cart)
                .header("Accept", "text/html")
                .body(fields(form))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SEE_OTHER)
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation();
        var path = String.valueOf(link).replaceFirst("^https?://[^/]*", "");
        assertThat(page(web.get().uri(path).exchange(), HttpStatus.OK))
                .contains(code, "Giảm mười phần trăm", "−20.000 ₫", "− 20.000 ₫ =", "180.000 ₫");
        assertThat(page(web.get().uri(path + "&lang=en").exchange(), HttpStatus.OK))
                .contains("A trial", "−20,000 ₫")
                .doesNotContain("??");
        assertThat(keeping.find(code).blockOptional().orElseThrow().voucher().used())
                .isEqualTo(1);
    }

    private String sent(String cart, Map<String, String> fields, HttpStatus status) {
        return page(
                web.post()
                        .uri("/checkout")
                        .cookie("cart", cart)
                        .header("Accept", "text/html")
                        .body(fields(fields))
                        .exchange(),
                status);
    }

    private static BodyInserters.FormInserter<String> fields(Map<String, String> fields) {
        var form = BodyInserters.fromFormData("sent", "1");
        fields.forEach(form::with);
        return form;
    }

    private static Map<String, String> address() {
        return new HashMap<>(Map.of(
                "name",
                "Nguyễn Thị Thử",
                "phone",
                "0912345678",
                "delivery",
                "ship",
                "province",
                "01",
                "commune",
                "00004",
                "street",
                "12 phố Thử",
                "payment",
                "cod"));
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private String voucher(String name, Worth worth) {
        var today = LocalDate.now(clock);
        var draft = new VoucherDraft(
                "TEST" + ids.next(8).toUpperCase(Locale.ROOT),
                new Voucher.Names(name, "A trial"),
                worth,
                new Voucher.Limits(10L, 1, today, today, Money.ZERO),
                new Voucher.Scope(Set.of(), Set.of(), Set.of()),
                false);
        assertThat(keeping.make(draft, "admin@sample.test").blockOptional()).isPresent();
        return draft.code();
    }
}
