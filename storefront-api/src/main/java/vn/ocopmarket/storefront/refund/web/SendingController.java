package vn.ocopmarket.storefront.refund.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.payment.ReturningMoney;
import vn.ocopmarket.storefront.payment.ReturningMoney.ToSend;

/** Money that somebody has to send back by hand, for whoever keeps the market's money. */
@RestController
class SendingController {

    private static final int MOST = 200;

    private final ReturningMoney money;
    private final CurrentStaff staff;

    SendingController(ReturningMoney money, CurrentStaff staff) {
        this.money = money;
        this.staff = staff;
    }

    /** The oldest first; what is sent makes room for the rest. */
    @GetMapping("/api/v1/refunds")
    Mono<SendingPage> toSend() {
        return money.toSend(MOST).collectList().map(items -> new SendingPage(items, null));
    }

    /** It was sent; the first number that is told counts. */
    @PostMapping("/api/v1/orders/{id}/refunds/{refund}/transfers")
    Mono<RefundView> sent(
            @PathVariable String id, @PathVariable String refund, @Valid @RequestBody SentRequest request) {
        return staff.get()
                .flatMap(member -> money.sent(id, refund, request.transferNumber(), member.accountId()))
                .map(RefundView::of)
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    /** @param transferNumber of the outgoing transfer at the bank, or of the receipt for cash */
    record SentRequest(@NotBlank @Size(max = 100) String transferNumber) {}

    record SendingPage(List<ToSend> items, @Nullable String next) {}
}
