package vn.ocopmarket.storefront.refund.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.banktransfer.HandlingTransfers;
import vn.ocopmarket.storefront.banktransfer.HandlingTransfers.Handled;
import vn.ocopmarket.storefront.banktransfer.ReconcilingTransfers;
import vn.ocopmarket.storefront.banktransfer.ReconcilingTransfers.Report;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.payment.ReturningMoney;

/** The market's bank account: transfers nobody recognised, money to send back, and where all of it is. */
@DeskPage
@RequestMapping("/staff/money")
class MoneyPages {

    private static final int MOST = 100;

    private final HandlingTransfers transfers;
    private final ReconcilingTransfers reconciling;
    private final ReturningMoney money;
    private final CurrentStaff staff;

    MoneyPages(
            HandlingTransfers transfers, ReconcilingTransfers reconciling, ReturningMoney money, CurrentStaff staff) {
        this.transfers = transfers;
        this.reconciling = reconciling;
        this.money = money;
        this.staff = staff;
    }

    @GetMapping
    Mono<Rendering> show(@RequestParam(defaultValue = "false") boolean proof) {
        // The proof looks at all the money there ever was.
        Mono<List<Report>> reports = proof ? reconciling.look().map(List::of) : Mono.just(List.of());
        return Mono.zip(
                        transfers.unmatched(MOST).collectList(),
                        money.toSend(MOST).collectList(),
                        reports)
                .map(found -> Rendering.view("refund/money")
                        .modelAttribute("unmatched", found.getT1())
                        .modelAttribute("toSend", found.getT2())
                        .modelAttribute("reports", found.getT3())
                        .build());
    }

    @PostMapping("/transfers/{id}")
    Mono<Rendering> handle(@PathVariable String id, ServerWebExchange exchange) {
        return Mono.zip(staff.get(), SentForm.by(exchange, 0)).flatMap(both -> {
            var by = both.getT1().accountId();
            var number = required(both.getT2(), "number");
            var handled = "return".equals(both.getT2().field("act"))
                    ? transfers.returned(id, number, by)
                    : transfers.match(id, number, by);
            return handled.map(outcome -> switch (outcome) {
                case Handled.Done _ -> back("transfer-handled");
                case Handled.NotOpen _ -> back("transfer-not-open");
                case Handled.NoSuchOrder _ -> back("transfer-no-order");
                case Handled.NoSuchNotice _ -> throw Problem.of("not-found", 404);
            });
        });
    }

    @PostMapping("/orders/{order}/refunds/{refund}")
    Mono<Rendering> sent(@PathVariable String order, @PathVariable String refund, ServerWebExchange exchange) {
        return Mono.zip(staff.get(), SentForm.by(exchange, 0))
                .flatMap(both -> money.sent(
                        order,
                        refund,
                        required(both.getT2(), "number"),
                        both.getT1().accountId()))
                .map(_ -> back("refund-sent"))
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    private static String required(SentForm form, String name) {
        var value = form.field(name);
        if (value.isEmpty() || value.length() > MOST) {
            throw Problem.of("invalid-request", 400).with("errors", List.of());
        }
        return value;
    }

    private static Rendering back(String done) {
        return Rendering.redirectTo("/staff/money?done=" + done)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
