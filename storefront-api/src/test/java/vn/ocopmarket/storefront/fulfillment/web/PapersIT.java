package vn.ocopmarket.storefront.fulfillment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.thymeleaf.ITemplateEngine;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.order.Contact;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.pages.PagesSettings;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** What is printed: all that is needed in both languages, with every sign, and nobody's data without need. */
class PapersIT extends CommerceIT {

    private static final StaffMember ADMINISTRATOR =
            new StaffMember("a", "a@test", Set.of(Role.ADMINISTRATOR), Set.of(), Set.of(), Set.of());

    @Autowired
    Papers papers;

    @Autowired
    ITemplateEngine templates;

    @Autowired
    MessageSource messages;

    @Autowired
    PagesSettings pages;

    @Test
    void theSlipTellsWhatGoesWhere() throws IOException {
        var order = ordered();
        var sheet = OrderSheet.of(new OrderRooms.Opened(ADMINISTRATOR, order), Map.of(WAREHOUSE, "Kho Hà Nội"));

        var pages = text(await(papers.slips(List.of(sheet, sheet))));

        assertThat(pages)
                .contains("Phiếu đóng gói / Packing slip")
                .contains(order.number())
                .contains("Nguyễn Thị Thử")
                .contains("12 phố Thử, Phường Ba Đình")
                .contains("Kho Hà Nội")
                .contains("Thu khi giao / Collect on delivery")
                .doesNotContain("Đơn giá");
    }

    @Test
    void theReceiptTellsWhatWasPaidAndNotByWhom() throws IOException {
        var order = ordered();

        var text = text(await(papers.receipt(order)));

        assertThat(text)
                .contains("Biên nhận / Receipt")
                .contains(order.number())
                .contains("70.000 ₫")
                .contains("Trả khi nhận")
                .doesNotContain("Nguyễn")
                .doesNotContain("345 678")
                .doesNotContain("phố Thử");
    }

    @Test
    void oneStrangeNameDoesNotStopTheSlipsOfOthers() throws IOException {
        var order = ordered();
        var strange = new Order(
                order.id(),
                order.number(),
                order.state(),
                order.payment(),
                order.fulfillment(),
                new Contact("Trần\u0001 Lạ\uD800", order.contact().phone(), null),
                order.delivery(),
                order.method(),
                order.lines(),
                order.totals(),
                order.preparation(),
                order.shipments(),
                order.timeline(),
                order.createdAt());
        var sheets = Stream.of(strange, order)
                .map(each -> OrderSheet.of(new OrderRooms.Opened(ADMINISTRATOR, each), Map.of()))
                .toList();

        assertThat(text(await(papers.slips(sheets)))).contains("Trần Lạ").contains("Nguyễn Thị Thử");
    }

    @Test
    void tooManyReceiptsAreAskedForAgainLaterAndStopNoSlips() {
        var full = PaperSchedulers.ofReceipts();
        full.dispose();
        var order = ordered();
        var busy = new Papers(templates, messages, pages, PaperSchedulers.ofSlips(), full);

        assertThatThrownBy(() -> busy.receipt(order).block(PATIENCE)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.headers()).containsKey("Retry-After");
        });
        var sheet = OrderSheet.of(new OrderRooms.Opened(ADMINISTRATOR, order), Map.of());
        assertThat(await(busy.slips(List.of(sheet)))).isNotEmpty();
    }

    private Order ordered() {
        var sku = onSale(35_000, 5);
        return ((Prepared) prepare(cartOf(2, sku), PaymentMethod.CASH_ON_DELIVERY, 70_000)).order();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
