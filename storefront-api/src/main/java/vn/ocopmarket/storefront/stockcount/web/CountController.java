package vn.ocopmarket.storefront.stockcount.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
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
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.service.idempotency.OperationId;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.stockcount.BookingCounts;
import vn.ocopmarket.storefront.stockcount.CountOutcome;
import vn.ocopmarket.storefront.stockcount.CountOutcome.CountAgain;
import vn.ocopmarket.storefront.stockcount.CountOutcome.CountRefused;
import vn.ocopmarket.storefront.stockcount.CountOutcome.Done;
import vn.ocopmarket.storefront.stockcount.CountingStock;
import vn.ocopmarket.storefront.stockcount.CountingStock.Found;
import vn.ocopmarket.storefront.stockcount.domain.CountedLot;
import vn.ocopmarket.storefront.stockcount.domain.StockCount;

/** Counts for programs, such as a scanner's; the same rules as on the pages. */
@RestController
@RequestMapping("/api/v1/stock-counts")
class CountController {

    private static final int ID_LENGTH = 26;

    private final CountingStock counting;
    private final BookingCounts booking;
    private final SeeingCounts seeing;
    private final RandomIds ids;

    CountController(CountingStock counting, BookingCounts booking, SeeingCounts seeing, RandomIds ids) {
        this.counting = counting;
        this.booking = booking;
        this.seeing = seeing;
        this.ids = ids;
    }

    record Beginning(@NotBlank String locationId) {}

    record Looking(
            @NotBlank @Pattern(regexp = "[^|]{1,100}") String sku,
            @Nullable @Pattern(regexp = "[^|]{1,64}") String lot,
            @Nullable Ownership ownership,
            @Min(0) @Max(1_000_000) long counted) {}

    record CountList(List<CountView> items) {}

    @PostMapping
    Mono<ResponseEntity<CountView>> begin(
            @Valid @RequestBody Beginning request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operationId) {
        return seeing.who(Permission.COUNT_STOCK, request.locationId())
                .flatMap(member -> counting.begin(id(operationId), request.locationId(), member.email())
                        .map(outcome -> shown(member, outcome)))
                .map(view -> ResponseEntity.status(201).body(view));
    }

    @GetMapping
    Mono<CountList> list(@RequestParam String location) {
        return seeing.who(Permission.COUNT_STOCK, location)
                .flatMap(member ->
                        seeing.of(location).map(count -> shown(member, count)).collectList())
                .map(CountList::new);
    }

    @GetMapping("/{id}")
    Mono<CountView> one(@PathVariable String id) {
        return seeing.visible(id, Permission.COUNT_STOCK).map(seen -> shown(seen.member(), seen.count()));
    }

    @PostMapping("/{id}/looks")
    Mono<CountView> look(
            @PathVariable String id,
            @Valid @RequestBody Looking request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operationId) {
        return seeing.visible(id, Permission.COUNT_STOCK).flatMap(seen -> {
            var found = new Found(
                    id(operationId),
                    new CountedLot(request.sku(), request.lot(), Ownership.orConsigned(request.ownership())),
                    request.counted(),
                    seen.member().email());
            return counting.look(id, found).map(outcome -> shown(seen.member(), outcome));
        });
    }

    @PostMapping("/{id}/submissions")
    Mono<CountView> submit(@PathVariable String id) {
        return seeing.visible(id, Permission.COUNT_STOCK)
                .flatMap(seen -> counting.submit(id).map(outcome -> shown(seen.member(), outcome)));
    }

    @PostMapping("/{id}/returns")
    Mono<CountView> sendBack(@PathVariable String id) {
        return seeing.visible(id, Permission.CORRECT_STOCK)
                .flatMap(seen -> counting.sendBack(id).map(outcome -> shown(seen.member(), outcome)));
    }

    @PostMapping("/{id}/discards")
    Mono<CountView> discard(@PathVariable String id) {
        return seeing.visible(id, Permission.CORRECT_STOCK)
                .flatMap(seen -> counting.discard(id).map(outcome -> shown(seen.member(), outcome)));
    }

    @PostMapping("/{id}/approvals")
    Mono<CountView> approve(@PathVariable String id) {
        return seeing.visible(id, Permission.CORRECT_STOCK)
                .flatMap(seen ->
                        booking.approve(id, seen.member().email()).map(outcome -> shown(seen.member(), outcome)));
    }

    private CountView shown(StaffMember member, CountOutcome outcome) {
        return switch (outcome) {
            case Done(var count) -> shown(member, count);
            case CountAgain again -> shown(member, again.count());
            case CountRefused refused -> throw CountProblems.of(refused);
        };
    }

    private CountView shown(StaffMember member, StockCount count) {
        return CountView.of(count, counting, SeeingCounts.isTold(member, count));
    }

    private String id(@Nullable String operationId) {
        return operationId == null ? ids.next(ID_LENGTH) : operationId;
    }
}
