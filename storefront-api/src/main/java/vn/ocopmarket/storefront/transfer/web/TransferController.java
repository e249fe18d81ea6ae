package vn.ocopmarket.storefront.transfer.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.idempotency.OperationId;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.transfer.TransferOutcome.Done;
import vn.ocopmarket.storefront.transfer.TransferOutcome.TransferRefused;
import vn.ocopmarket.storefront.transfer.TransferringGoods;
import vn.ocopmarket.storefront.transfer.Transfers;
import vn.ocopmarket.storefront.transfer.domain.Transfer;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Deed;

/** Staff of the one location send, staff of the other receive; both see it. */
@RestController
@RequestMapping("/api/v1/transfers")
class TransferController {

    private static final int LONGEST_PAGE = 200;
    private static final int ID_LENGTH = 26;

    private final TransferringGoods transferring;
    private final Transfers transfers;
    private final CurrentStaff staff;
    private final RandomIds ids;
    private final Clock clock;

    TransferController(
            TransferringGoods transferring, Transfers transfers, CurrentStaff staff, RandomIds ids, Clock clock) {
        this.transferring = transferring;
        this.transfers = transfers;
        this.staff = staff;
        this.ids = ids;
        this.clock = clock;
    }

    record TransferPage(List<TransferView> items, @Nullable String next) {}

    @PostMapping
    Mono<ResponseEntity<TransferView>> send(
            @Valid @RequestBody TransferRequests.Sending request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operationId) {
        var id = operationId == null ? ids.next(ID_LENGTH) : operationId;
        return staff.get()
                .filter(member -> member.may(Permission.TRANSFER_STOCK, Where.location(request.from()))
                        && !request.to().equals(request.from()))
                .switchIfEmpty(Mono.error(() -> Problem.of("forbidden", 403)))
                .flatMap(member -> transferring.send(
                        request.transfer(id, new Deed(member.email(), clock.instant(), request.note()))))
                .map(outcome -> switch (outcome) {
                    case Done(var transfer) -> ResponseEntity.status(201).body(TransferView.of(transfer));
                    case TransferRefused refused -> throw TransferProblems.of(refused);
                });
    }

    @PostMapping("/{id}/receptions")
    Mono<TransferView> receive(
            @PathVariable String id,
            @Valid @RequestBody TransferRequests.Receiving request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operationId) {
        var reception = operationId == null ? ids.next(ID_LENGTH) : operationId;
        return staff.get()
                .filterWhen(member -> concerning(member, id)
                        .map(transfer -> member.may(Permission.RECEIVE_STOCK, Where.location(transfer.to())))
                        .switchIfEmpty(Mono.error(TransferProblems::unknown)))
                .switchIfEmpty(Mono.error(() -> Problem.of("forbidden", 403)))
                .flatMap(member -> transferring.receive(
                        id, request.reception(reception, new Deed(member.email(), clock.instant(), request.note()))))
                .map(outcome -> switch (outcome) {
                    case Done(var transfer) -> TransferView.of(transfer);
                    case TransferRefused refused -> throw TransferProblems.of(refused);
                });
    }

    /** Newest first; of an administrator all, of others those from or to their own locations. */
    @GetMapping
    Mono<TransferPage> list(
            @RequestParam(required = false) @Nullable String location,
            @RequestParam(required = false) Transfer.@Nullable State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        return staff.get()
                .filter(member -> location == null || member.may(Permission.SEE_STOCK, Where.location(location)))
                .switchIfEmpty(Mono.error(() -> Problem.of("forbidden", 403)))
                .flatMap(member -> transfers
                        .page(visible(member, location), state, cursor, size)
                        .map(TransferView::of)
                        .collectList())
                .map(found -> new TransferPage(
                        found, found.size() < size ? null : found.getLast().id()));
    }

    @GetMapping("/{id}")
    Mono<TransferView> one(@PathVariable String id) {
        return staff.get()
                .flatMap(member -> concerning(member, id))
                .map(TransferView::of)
                .switchIfEmpty(Mono.error(TransferProblems::unknown));
    }

    private Mono<Transfer> concerning(StaffMember member, String id) {
        return transfers
                .find(id)
                .filter(transfer -> member.may(Permission.SEE_STOCK, Where.location(transfer.from()))
                        || member.may(Permission.SEE_STOCK, Where.location(transfer.to())));
    }

    private static @Nullable List<String> visible(StaffMember member, @Nullable String location) {
        if (location != null) {
            return List.of(location);
        }
        return member.isAdministrator() ? null : List.copyOf(member.locations());
    }
}
