package vn.ocopmarket.bench.races;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.bench.races.Shop.Answer;

/** A voucher that takes a tenth off. */
record Voucher(RacingMarket market, String code) {

    private static final long OFF = RacingMarket.PRICE / 10;

    /**
     * Makes one.
     *
     * @param total how many orders may use it
     * @param perBuyer how many orders of one buyer
     */
    static Voucher issue(RacingMarket market, String code, int total, int perBuyer) {
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        var body = Map.of(
                "code",
                code,
                "name",
                "Voucher",
                "nameEn",
                "Voucher",
                "percent",
                Map.of("basisPoints", 1_000, "cap", dong(OFF)),
                "total",
                total,
                "perBuyer",
                perBuyer,
                "from",
                today.toString(),
                "to",
                today.plusDays(30).toString());
        var unused = market.shop().surely(() -> market.clerk().post("/api/v1/vouchers", body, "voucher-" + code));
        return new Voucher(market, code);
    }

    /** Sends a checkout of one unit once, paid on delivery. */
    Answer use(JsonNode cart, String phone, String key) {
        return market.shop()
                .checkout(
                        cart,
                        "cod",
                        key,
                        Map.of(
                                "contact",
                                Shop.contact(phone),
                                "vouchers",
                                List.of(code),
                                "expectedTotal",
                                dong(RacingMarket.PRICE - OFF)));
    }

    /** How many orders have it, as the market says. */
    long used() {
        return market.shop()
                .surely(() -> market.shop()
                        .get("/api/v1/vouchers/" + code, market.clerk().signedIn()))
                .json()
                .path("used")
                .asLong();
    }

    private static Map<String, Object> dong(long amount) {
        return Map.of("amount", amount, "currency", "VND");
    }
}
