package vn.ocopmarket.storefront.shop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.fulfillment.FulfillingOrder;
import vn.ocopmarket.storefront.order.OrderOutcome;

/** Buyers without JavaScript who sign in, each with a browser that keeps its cookies. */
class BuyersIT extends RunningShop {

    private static final Pattern CODE = Pattern.compile("\\d{8}");
    private static final long PRICE = 100_000;

    @Autowired
    MongoDatabase database;

    @Autowired
    FulfillingOrder fulfilling;

    @LocalServerPort
    int port;

    private final Map<String, String> skus = new HashMap<>();

    @Test
    void keepsCartAndOrdersOfWhoSignsIn() {
        var fish = onSale("Mắm ruốc " + ids.next(6));
        var tea = onSale("Trà sen " + ids.next(6));
        var email = address();
        var browser = new Visitor();
        browser.add(fish, 2);
        browser.add(tea, 1);
        assertThat(browser.page("/cart", HttpStatus.OK)).contains("/my/sign-in?next=/cart");

        var asked = browser.post("/my/sign-in", Map.of("email", email, "next", "/cart"));
        assertThat(location(asked)).isEqualTo("/my/sign-in/code?next=%2Fcart");
        assertThat(browser.page("/my/sign-in/code", HttpStatus.OK)).contains("one-time-code");
        var code = codeFor(email);
        assertThat(browser.post("/my/sign-in/code", Map.of("code", wrong(code))).getStatus())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        var entered = browser.post("/my/sign-in/code", Map.of("code", code, "next", "/cart"));
        assertThat(location(entered)).isEqualTo("/cart");
        assertThat(browser.cookies).containsEntry("cart-count", "3").doesNotContainKeys("cart", "buyer-code");
        assertThat(browser.page("/cart", HttpStatus.OK))
                .contains(fish, tea, "value=\"2\"")
                .doesNotContain("/my/sign-in?next=/cart");

        var other = new Visitor();
        other.add(fish, 5);
        other.signIn(email);
        assertThat(other.page("/cart", HttpStatus.OK)).contains(tea, "value=\"5\"");
        other.add(fish, 1);
        assertThat(browser.page("/cart", HttpStatus.OK)).contains("value=\"6\"");

        assertThat(browser.page("/checkout", HttpStatus.OK)).contains("value=\"" + email + "\"");
        var link = browser.order(Map.of("email", email));
        var path = link.getRawPath();
        assertThat(browser.page("/my", HttpStatus.OK))
                .contains("href=\"" + path + "\"", email)
                .doesNotContain("token=");
        assertThat(browser.page(path, HttpStatus.OK)).contains(fish, tea).doesNotContain("action=\"/my/orders\"");
        for (var more : new String[] {"/copy", "/requests", "/invoice"}) {
            assertThat(browser.page(path + more, HttpStatus.OK)).as(more).isNotEmpty();
        }
        assertThat(browser.page("/cart", HttpStatus.OK)).doesNotContain(fish);
        assertThat(new Visitor().page(path, HttpStatus.NOT_FOUND)).doesNotContain(fish);
        var stranger = new Visitor();
        stranger.signIn(address());
        assertThat(stranger.page(path, HttpStatus.NOT_FOUND)).doesNotContain(fish);

        other.add(tea, 1);
        var session = requireNonNull(other.cookies.get("buyer"));
        assertThat(location(other.post("/my/sign-out", Map.of()))).isEqualTo("/");
        assertThat(other.page("/cart", HttpStatus.OK)).doesNotContain(tea);
        assertThat(browser.page("/cart", HttpStatus.OK)).contains(tea);
        other.cookies.put("buyer", session);
        assertThat(location(other.get("/my"))).isEqualTo("/my/sign-in");
    }

    @Test
    void addsAGuestsOrderToTheBuyersOwnWhoHasItsLinkAndAddress() {
        var tea = onSale("Trà sen " + ids.next(6));
        var email = address();
        var guest = new Visitor();
        guest.add(tea, 1);
        var link = guest.order(Map.of("email", email));
        var page = link.getRawPath() + "?" + link.getRawQuery();
        var form = Map.of(
                "order", link.getRawPath().substring("/orders/".length()),
                "token", link.getRawQuery().substring("token=".length()));
        assertThat(guest.page(page, HttpStatus.OK)).doesNotContain("action=\"/my/orders\"");
        assertThat(location(guest.post("/my/orders", form))).isEqualTo("/my/sign-in");

        var stranger = new Visitor();
        stranger.signIn(address());
        assertThat(stranger.page(page, HttpStatus.OK)).contains(tea).doesNotContain("action=\"/my/orders\"");
        assertThat(stranger.post("/my/orders", form).getStatus()).isEqualTo(HttpStatus.NOT_FOUND);

        guest.signIn(email);
        assertThat(guest.page("/my", HttpStatus.OK)).doesNotContain(link.getRawPath());
        assertThat(guest.page(page, HttpStatus.OK)).contains("action=\"/my/orders\"");
        var withoutLink = new HashMap<>(form);
        withoutLink.put("token", "");
        assertThat(guest.post("/my/orders", withoutLink).getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(location(guest.post("/my/orders", form))).startsWith(link.getRawPath());
        assertThat(location(guest.post("/my/orders", form))).as("again").startsWith(link.getRawPath());

        assertThat(guest.page("/my", HttpStatus.OK)).contains(link.getRawPath());
        assertThat(guest.page(link.getRawPath(), HttpStatus.OK)).contains(tea);
    }

    @Test
    void takesNoAddressForAnotherThatOnlyLooksTheSameInCapitals() {
        var tea = onSale("Trà sen " + ids.next(6));
        var email = address();
        var guest = new Visitor();
        guest.add(tea, 1);
        var link = guest.order(Map.of("email", email));
        guest.signIn(email.replace('i', 'ı'));

        assertThat(guest.page(link.getRawPath() + "?" + link.getRawQuery(), HttpStatus.OK))
                .contains(tea)
                .doesNotContain("action=\"/my/orders\"");
    }

    @Test
    void listsTheBuyersOwnWhateverPlaceInTheListIsMadeUp() {
        var tea = onSale("Trà sen " + ids.next(6));
        var guest = new Visitor();
        guest.add(tea, 1);
        var others = guest.order(Map.of("email", "")).getRawPath().substring("/orders/".length());
        var buyer = new Visitor();
        buyer.signIn(address());
        buyer.add(tea, 2);
        var own = buyer.order(Map.of("email", "")).getRawPath();

        for (var before : List.of(others, "made-up")) {
            assertThat(buyer.page("/my?before=" + before, HttpStatus.OK)).contains(own);
        }
        assertThat(buyer.page("/my?before=" + own.substring("/orders/".length()), HttpStatus.OK))
                .doesNotContain(own);
        assertThat(buyer.page("/my", HttpStatus.OK))
                .contains(tea + ", tất cả 2 sản phẩm", "class=\"own-link\" href=\"/my\"")
                .doesNotContain("món khác");
    }

    @Test
    void forgetsWhoDeletesTheAccountAndKeepsTheOrder() {
        var tea = onSale("Trà sen " + ids.next(6));
        var email = address();
        var buyer = new Visitor();
        buyer.signIn(email);
        buyer.add(tea, 1);
        var link = buyer.order(Map.of("email", ""));
        buyer.add(tea, 2);
        assertThat(location(buyer.post("/my/deletion", Map.of()))).isEqualTo("/my");
        assertThat(buyer.page("/my", HttpStatus.OK)).contains(email);

        assertThat(location(buyer.post("/my/deletion", Map.of("sure", "yes")))).startsWith("/?done=");

        assertThat(buyer.cookies).doesNotContainKey("buyer");
        assertThat(location(buyer.get("/my"))).isEqualTo("/my/sign-in");
        assertThat(buyer.page("/cart", HttpStatus.OK)).doesNotContain(tea);
        assertThat(buyer.page(link.getRawPath() + "?" + link.getRawQuery(), HttpStatus.OK))
                .contains(tea);
        assertThat(document("buyers", "email", email)).isNull();
        var order = requireNonNull(document("orders", "_id", link.getRawPath().substring("/orders/".length())));
        assertThat(order.get("preparation", Document.class)).doesNotContainKey("buyer");
        buyer.signIn(email);
        assertThat(buyer.page("/my", HttpStatus.OK)).doesNotContain(link.getRawPath());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example",
                "https://elsewhere.example",
                "/\\elsewhere.example",
                "/{id}",
                "/a b",
                "/%zz"
            })
    void sendsNobodyElsewhere(String next) {
        var buyer = new Visitor();
        var email = address();
        assertThat(location(buyer.post("/my/sign-in", Map.of("email", email, "next", next))))
                .isEqualTo("/my/sign-in/code");

        assertThat(location(buyer.post("/my/sign-in/code", Map.of("code", codeFor(email), "next", next))))
                .isEqualTo("/my");
    }

    @Test
    void takesABuyersSessionForNoSessionOfStaff() {
        var buyer = new Visitor();
        buyer.signIn(address());
        buyer.cookies.put("SESSION", requireNonNull(buyer.cookies.get("buyer")));

        assertThat(location(buyer.get("/staff"))).startsWith("/sign-in");
        assertThat(location(buyer.get("/pos"))).startsWith("/sign-in");
    }

    @Test
    void keepsWhatWasTypedIntoAFormThatIsRefused() {
        var tea = onSale("Trà sen " + ids.next(6));
        var guest = new Visitor();
        guest.add(tea, 2);
        var link = guest.order(Map.of("email", address()));
        var typed = Map.of("name", "Công ty Thử", "taxCode", "12", "address", "12 phố Thử", "email", "a@sample.test");

        var invoice = guest.post(link.getRawPath() + "/invoice?" + link.getRawQuery(), typed);

        assertThat(invoice.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(body(invoice))
                .contains("role=\"alert\"")
                .contains(typed.values().stream()
                        .map(value -> "value=\"" + value + "\"")
                        .toList());

        var order = link.getRawPath().substring("/orders/".length());
        for (var step : List.of(fulfilling.pack(order), fulfilling.handOver(order), fulfilling.deliver(order))) {
            assertThat(step.block()).isInstanceOf(OrderOutcome.Moved.class);
        }
        var page = link.getRawPath() + "/requests?" + link.getRawQuery();
        var units = "units-" + skus.get(tea);
        var wish = Map.of("kind", "return", "once", "k", "reason", "DAMAGED", "note", "Hộp bị móp");

        assertThat(refused(guest, page, wish, Map.of(units, "0"))).contains("hãy ghi số lượng");
        assertThat(refused(guest, page, wish, Map.of(units, "3"))).contains("value=\"3\"", "nhiều hơn số còn");
        assertThat(refused(guest, page, wish, Map.of(units, "1", "reason", ""))).contains("hãy chọn một lý do");
        var asked = new HashMap<>(wish);
        asked.put(units, "1");
        assertThat(location(guest.post(page, asked))).endsWith("done=request-asked");
    }

    private static String refused(Visitor guest, String page, Map<String, String> wish, Map<String, String> more) {
        var form = new HashMap<>(wish);
        form.putAll(more);
        var answer = guest.post(page, form);
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.CONFLICT);
        var shown = body(answer);
        assertThat(shown).contains("Hộp bị móp");
        assertThat(shown.contains("value=\"DAMAGED\" selected")).isEqualTo("DAMAGED".equals(form.get("reason")));
        return shown;
    }

    @Test
    void takesGoodsOutOfAnOrderOnItsPageUntilItIsPacked() {
        var tea = onSale("Trà sen " + ids.next(6));
        var fish = onSale("Cá kho " + ids.next(6));
        var guest = new Visitor();
        guest.add(tea, 2);
        guest.add(fish, 1);
        var link = guest.order(Map.of("email", address()));
        var order = link.getRawPath() + "?" + link.getRawQuery();
        var page = link.getRawPath() + "/requests?" + link.getRawQuery();
        assertThat(guest.page(order, HttpStatus.OK))
                .contains("Bớt hàng trong đơn")
                .doesNotContain("Đã bớt 1");
        assertThat(guest.page(page, HttpStatus.OK)).contains("value=\"drop\"", "Khi nhận hàng bạn trả ít hơn");
        var sku = requireNonNull(skus.get(tea));
        var all = Map.of("kind", "drop", "once", "a", "units-" + sku, "2", "units-" + skus.get(fish), "1");

        var refused = guest.post(page, all);

        assertThat(refused.getStatus()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(body(refused)).contains("Muốn bỏ hết thì hãy hủy đơn", "value=\"2\"");
        var some = Map.of("kind", "drop", "once", "b", "units-" + sku, "1");
        for (int sent = 0; sent < 2; sent++) {
            assertThat(location(guest.post(page, some))).endsWith("done=drop-done");
        }
        assertThat(guest.page(order, HttpStatus.OK))
                .contains("Đã bớt 1 trước khi đóng gói", "Phải trả sau khi bớt hàng", "1 × " + tea);
        assertThat(guest.page(page, HttpStatus.OK)).contains("Đã bớt khỏi đơn");
        assertThat(guest.page(link.getRawPath() + "/copy?" + link.getRawQuery(), HttpStatus.OK))
                .contains("Đã bớt 1 trước khi đóng gói");

        assertThat(fulfilling
                        .pack(link.getRawPath().substring("/orders/".length()))
                        .block())
                .isInstanceOf(OrderOutcome.Moved.class);
        assertThat(guest.page(page, HttpStatus.OK)).doesNotContain("value=\"drop\"");
        assertThat(body(guest.post(page, Map.of("kind", "drop", "once", "c", "units-" + sku, "1"))))
                .contains("hàng đã đóng gói");
    }

    private String address() {
        return "nguoi-mua-" + ids.next(8) + "@sample.test";
    }

    /** Gives the name of it, under which buyers find it. */
    private String onSale(String name) {
        var today = LocalDate.now(clock);
        var fixture = aProduct(ids.next(8), name).at(PRICE).certified(4, today.minusYears(1), today.plusYears(1));
        var _ = sell(fixture, 20);
        skus.put(name, fixture.sku());
        return name;
    }

    /** Out of the only letter with a code to that address; letters about orders hold digits as well. */
    private String codeFor(String email) {
        var withCode = Filters.and(Filters.eq("to", email), Filters.regex("_id", "^buyer-"));
        var letter = Mono.from(database.getCollection("mails").findOneAndDelete(withCode))
                .block();
        var found = CODE.matcher(requireNonNull(letter).getString("text"));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private @Nullable Document document(String collection, String field, String value) {
        return Mono.from(database.getCollection(collection)
                        .find(Filters.eq(field, value))
                        .first())
                .block();
    }

    private static String wrong(String code) {
        return code.equals("00000000") ? "00000001" : "00000000";
    }

    private static String location(FluxExchangeResult<?> answer) {
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.SEE_OTHER);
        return String.valueOf(answer.getResponseHeaders().getLocation());
    }

    /** A browser. */
    private final class Visitor {

        private final Map<String, String> cookies = new HashMap<>();

        void add(String name, long quantity) {
            var answer = post("/cart/lines", Map.of("sku", requireNonNull(skus.get(name)), "quantity", "" + quantity));
            assertThat(location(answer)).startsWith("/cart");
        }

        void signIn(String email) {
            assertThat(location(post("/my/sign-in", Map.of("email", email)))).isEqualTo("/my/sign-in/code");
            assertThat(location(post("/my/sign-in/code", Map.of("code", codeFor(email)))))
                    .isEqualTo("/my");
        }

        /** By cash to an address in Hà Nội; gives where the order is. */
        URI order(Map<String, String> more) {
            var form = new HashMap<>(Map.of(
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
                    "cod",
                    "step",
                    "place"));
            form.putAll(more);
            var quoted = body(post("/checkout", form));
            for (var name : new String[] {"key", "quoted", "shown"}) {
                form.put(name, hidden(quoted, name));
            }
            form.put("step", "order");
            return URI.create(location(post("/checkout", form)));
        }

        String page(String path, HttpStatus expected) {
            var answer = get(path);
            assertThat(answer.getStatus()).as(path).isEqualTo(expected);
            return body(answer);
        }

        FluxExchangeResult<String> get(String path) {
            return send(HttpMethod.GET, path, Map.of());
        }

        FluxExchangeResult<String> post(String path, Map<String, String> form) {
            return send(HttpMethod.POST, path, form);
        }

        private FluxExchangeResult<String> send(HttpMethod method, String path, Map<String, String> fields) {
            var request = web.method(method)
                    .uri(URI.create("http://127.0.0.1:" + port + path))
                    .header("Accept", "text/html")
                    .cookies(sent -> cookies.forEach(sent::set));
            if (method.equals(HttpMethod.POST)) {
                var form = BodyInserters.fromFormData("sent", "1");
                fields.forEach(form::with);
                var _ = request.body(form);
            }
            var answer = request.exchange().returnResult(String.class);
            answer.getResponseCookies().forEach((name, values) -> {
                var cookie = values.getLast();
                if (cookie.getMaxAge().isZero()) {
                    cookies.remove(name);
                } else {
                    cookies.put(name, cookie.getValue());
                }
            });
            return answer;
        }
    }

    private static String body(FluxExchangeResult<String> answer) {
        return String.join(
                "", requireNonNull(answer.getResponseBody().collectList().block()));
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }
}
