package vn.ocopmarket.storefront.ordercopy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.storefront.order.Contact;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.Preparation;
import vn.ocopmarket.storefront.order.Shipments;
import vn.ocopmarket.storefront.order.Totals;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.returning.ReturnTerms;
import vn.ocopmarket.storefront.returning.ReturnTerms.Term;

class CopyWriterTests {

    private static final SellerSettings SELLER = new SellerSettings(
            "Chợ Mẫu", "0101, Hà Nội, 1/7/2026", "Bà Mẫu", "1 Phố Mẫu", "1900 1", "a@market.example");

    private static final ReturnTerms RETURNS = day -> day.equals(LocalDate.of(2026, 11, 22))
            ? List.of(new Term("DAMAGED", 7), new Term("RECALLED", 1_095))
            : List.of();

    @Test
    void tellsSellerGoodsTaxesTotalsAndRights() {
        var text = write("vi").text();

        assertThat(text)
                .contains("OM123", "Chợ Mẫu", "0101", "1 Phố Mẫu", "1900 1", "https://market.example/orders/o?token=t")
                .contains("2 × Rượu <mẫu> (Chai 500 ml), HTX Mẫu: 150.000 ₫ một đơn vị, thành tiền 300.000 ₫")
                .contains(
                        "Thuế GTGT 10 %: hàng chịu thuế tiêu thụ đặc biệt, không được giảm; trong giá có 27.273 ₫ tiền thuế")
                .contains("Không bán rượu, bia cho người dưới 18 tuổi")
                .contains("Tổng cộng phải trả: 330.000 ₫", "Trong đó thuế GTGT: 29.495 ₫", "Phí giao hàng: 30.000 ₫")
                .contains("Nguyễn Thị Mẫu, 0912345678", "12 phố Thử, Phường Ba Đình, Thành phố Hà Nội")
                .contains("chứng minh đủ 18 tuổi", "30 ngày")
                .contains("tính từ ngày nhận: Hàng hỏng, vỡ: trong 7 ngày; Lô hàng bị thu hồi: trong 1.095 ngày.")
                .doesNotContain("{0}")
                .doesNotContain("Giảm giá");
    }

    @Test
    void saysTheSameInEnglish() {
        assertThat(write("en").text())
                .contains("2 × Rượu <mẫu> (Chai 500 ml), HTX Mẫu: 150,000 ₫ each, 300,000 ₫ together")
                .contains("Total to pay: 330,000 ₫")
                .contains(
                        "counted from the day of delivery: Damaged or broken: within 7 days; The lot is recalled: within 1,095 days.")
                .doesNotContain("{0}");
    }

    @Test
    void keepsNamesFromBecomingMarkup() {
        assertThat(write("vi").html())
                .contains("<html lang=\"vi\">", "Rượu &lt;mẫu&gt;", "<h2>")
                .doesNotContain("<mẫu>");
    }

    private static Copy write(String language) {
        return new CopyWriter(words(), new CopyWriter.Terms(SELLER, RETURNS), Locale.of(language))
                .write(order(), "https://market.example/orders/o?token=t");
    }

    private static MessageSource words() {
        var words = new ResourceBundleMessageSource();
        words.setBasenames("messages/ordercopy", "messages/checkout", "messages/browse", "messages/returning");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }

    private static Order order() {
        var line = new OrderLine(
                "S1",
                "p1",
                "ruou-mau",
                "Rượu <mẫu>",
                "Chai 500 ml",
                "HTX Mẫu",
                "p-mau",
                "12/QĐ",
                4,
                2,
                Money.dong(150_000),
                Money.dong(300_000),
                TaxClass.ALCOHOL,
                new OrderLine.Tax(1_000, Money.dong(27_273), 13_636, 1),
                OrderLine.Discount.NONE,
                new OrderLine.Marks(true, List.of("ALCOHOL_UNDER_18"), "SPECIAL_CONSUMPTION"));
        return new Order(
                "o",
                "OM123",
                OrderState.CONFIRMED,
                PaymentState.PAID,
                FulfillmentState.UNFULFILLED,
                new Contact("Nguyễn Thị Mẫu", "0912345678", "a@buyer.example"),
                new Delivery.Ship("01", "Thành phố Hà Nội", "00004", "Phường Ba Đình", "12 phố Thử", null),
                PaymentMethod.CARD,
                List.of(line),
                new Totals(Money.dong(300_000), Money.dong(30_000), Money.dong(330_000), Money.dong(29_495)),
                new Preparation("c", "f", "vi", null, List.of(), null, null, List.of()),
                Shipments.NONE,
                List.of(),
                Instant.parse("2026-11-22T03:00:00Z"));
    }
}
