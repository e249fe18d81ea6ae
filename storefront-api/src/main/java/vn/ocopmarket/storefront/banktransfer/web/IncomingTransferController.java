package vn.ocopmarket.storefront.banktransfer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.banktransfer.BankNotices.Kept;
import vn.ocopmarket.storefront.banktransfer.HandlingTransfers;
import vn.ocopmarket.storefront.banktransfer.HandlingTransfers.Handled;
import vn.ocopmarket.storefront.banktransfer.ReconcilingTransfers;
import vn.ocopmarket.storefront.banktransfer.ReconcilingTransfers.Report;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState;
import vn.ocopmarket.storefront.pages.Problem;

/** Transfers that no program knows the order of, for whoever keeps the market's money. */
@RestController
@RequestMapping("/api/v1/payments/transfers")
class IncomingTransferController {

    private static final int MOST = 200;

    private final HandlingTransfers handling;
    private final ReconcilingTransfers reconciling;
    private final CurrentStaff staff;

    IncomingTransferController(HandlingTransfers handling, ReconcilingTransfers reconciling, CurrentStaff staff) {
        this.handling = handling;
        this.reconciling = reconciling;
        this.staff = staff;
    }

    /** The oldest first; what is handled makes room for the rest. */
    @GetMapping
    Mono<TransferPage> unmatched() {
        return handling.unmatched(MOST).map(TransferView::of).collectList().map(items -> new TransferPage(items, null));
    }

    @PostMapping("/{id}/matches")
    Mono<TransferView> match(@PathVariable String id, @Valid @RequestBody MatchRequest request) {
        return staff.get()
                .map(StaffMember::accountId)
                .flatMap(by -> handling.match(id, request.orderNumber(), by))
                .map(IncomingTransferController::answer);
    }

    @PostMapping("/{id}/returns")
    Mono<TransferView> giveBack(@PathVariable String id, @Valid @RequestBody ReturnRequest request) {
        return staff.get()
                .map(StaffMember::accountId)
                .flatMap(by -> handling.returned(id, request.transferNumber(), by))
                .map(IncomingTransferController::answer);
    }

    /** Where all the money is that the bank told of, looked up now. */
    @GetMapping("/reconciliation")
    Mono<ReportView> reconciliation() {
        return reconciling.reconcile().map(report -> new ReportView(report.balances(), report));
    }

    private static TransferView answer(Handled handled) {
        return switch (handled) {
            case Handled.Done(var kept) -> TransferView.of(kept);
            case Handled.NoSuchNotice _ -> throw Problem.of("not-found", 404);
            case Handled.NoSuchOrder _ -> throw Problem.of("order-not-found", 404);
            case Handled.NotOpen(var kept) ->
                throw Problem.of("transfer-handled", 409)
                        .with("state", kept.state().kind().name());
        };
    }

    record MatchRequest(@NotBlank @Size(max = 40) String orderNumber) {}

    /** @param transferNumber of the outgoing transfer at the bank */
    record ReturnRequest(@NotBlank @Size(max = 100) String transferNumber) {}

    record TransferPage(List<TransferView> items, @Nullable String next) {}

    record ReportView(boolean balances, Report report) {}

    /** A transfer that came. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TransferView(
            String id,
            Money amount,
            String description,
            Instant bookedAt,
            String state,
            @Nullable String reason,
            @Nullable String orderId) {

        static TransferView of(Kept kept) {
            var notice = kept.notice();
            return new TransferView(
                    kept.id(),
                    notice.amount(),
                    notice.text(),
                    notice.bookedAt(),
                    kept.state().kind().name(),
                    kept.state() instanceof NoticeState.Unmatched(var why) ? why.name() : null,
                    orderId(kept.state()));
        }

        private static @Nullable String orderId(NoticeState state) {
            return switch (state) {
                case NoticeState.Matched matched -> matched.orderId();
                case NoticeState.Booked booked -> booked.orderId();
                case NoticeState.Received _, NoticeState.Unmatched _, NoticeState.Returned _ -> null;
            };
        }
    }
}
