package vn.ocopmarket.storefront.returning.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.returning.BuyerRequests;
import vn.ocopmarket.storefront.returning.HandlingRequests;
import vn.ocopmarket.storefront.returning.HandlingRequests.Deed;
import vn.ocopmarket.storefront.returning.domain.Reception;
import vn.ocopmarket.storefront.returning.domain.Reception.Condition;
import vn.ocopmarket.storefront.returning.domain.RequestState;

/** Staff decide about requests of buyers and receive what comes back. */
@RestController
@RequestMapping("/api/v1/requests")
class DeskRequestController {

    private static final int LONGEST_PAGE = 100;

    private final HandlingRequests handling;
    private final BuyerRequests requests;
    private final RequestRooms rooms;

    DeskRequestController(HandlingRequests handling, BuyerRequests requests, RequestRooms rooms) {
        this.handling = handling;
        this.requests = requests;
        this.rooms = rooms;
    }

    /** The oldest first; without a state those that are open. */
    @GetMapping
    Mono<RequestPage> page(
            @RequestParam(required = false) @Nullable RequestState state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        return rooms.member()
                .flatMap(member -> requests.page(RequestRooms.sieve(member, state), cursor, size)
                        .collectList()
                        .map(found -> new RequestPage(
                                found.stream().map(RequestView::forStaff).toList(),
                                found.size() < size ? null : found.getLast().id())));
    }

    @GetMapping("/{id}")
    Mono<RequestView> one(@PathVariable String id) {
        return rooms.open(id, Permission.SEE_ORDERS).map(opened -> RequestView.forStaff(opened.request()));
    }

    /** Agrees or not; the words are told to the buyer. */
    @PostMapping("/{id}/decisions")
    Mono<RequestView> decide(@PathVariable String id, @Valid @RequestBody DecisionRequest decision) {
        return rooms.open(id, Permission.REFUND_ORDERS)
                .flatMap(opened -> {
                    var deed = new Deed(opened.member().accountId(), decision.words());
                    return decision.approve() ? handling.approve(id, deed) : handling.refuse(id, deed);
                })
                .map(outcome -> RequestView.forStaff(RequestProblems.done(outcome)));
    }

    /** The goods are here: they go to their place, and the money for them goes back. */
    @PostMapping("/{id}/receptions")
    Mono<RequestView> receive(
            @PathVariable String id,
            @Valid @RequestBody ReceptionRequest request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operation) {
        return rooms.open(id, Permission.RECEIVE_STOCK)
                .filter(opened -> opened.member().may(Permission.RECEIVE_STOCK, Where.location(request.locationId())))
                .switchIfEmpty(Mono.error(() -> Problem.of("forbidden", 403)))
                .flatMap(opened -> operation == null
                        ? Mono.error(Problem.of("idempotency-key-required", 400))
                        : handling.receive(
                                id,
                                Objects.requireNonNullElse(request.parcelsBefore(), 0),
                                request.reception(operation),
                                new Deed(opened.member().accountId(), request.words())))
                .map(outcome -> RequestView.forStaff(RequestProblems.done(outcome)));
    }

    /** What did not go on by itself is tried again. */
    @PostMapping("/{id}/tries")
    Mono<RequestView> tryAgain(@PathVariable String id) {
        return rooms.open(id, Permission.REFUND_ORDERS)
                .then(Mono.defer(() -> handling.tryAgain(id)))
                .map(outcome -> RequestView.forStaff(RequestProblems.done(outcome)));
    }

    /** What does not go on by itself was settled in another way; or what did not come yet is not awaited any more. */
    @PostMapping("/{id}/settlements")
    Mono<RequestView> settle(@PathVariable String id, @Valid @RequestBody SettlementRequest request) {
        return rooms.open(id, Permission.REFUND_ORDERS)
                .flatMap(opened -> {
                    var deed = new Deed(opened.member().accountId(), request.words());
                    return opened.request().state() == RequestState.PARTLY_REFUNDED
                            ? handling.close(id, deed)
                            : handling.settledOtherwise(id, deed, request.transferNumber());
                })
                .map(outcome -> RequestView.forStaff(RequestProblems.done(outcome)));
    }

    record DecisionRequest(
            @NotNull Boolean approve,
            @NotBlank @Size(max = 1000) String words) {}

    /** @param transferNumber of the transfer by which somebody sent the money, if that is how it was settled */
    record SettlementRequest(
            @NotBlank @Size(max = 1000) String words,
            @Nullable @Size(min = 1, max = 100) String transferNumber) {}

    record PartRequest(
            @NotBlank String sku,
            @Nullable @Size(max = 40) String lot,
            @Nullable Ownership ownership,
            @Nullable LocalDate bestBefore,
            @NotNull Condition condition,
            @Positive @Max(1_000_000) long quantity) {}

    /**
     * A parcel that came.
     *
     * @param parcelsBefore how many had come before it; none when it is missing
     */
    record ReceptionRequest(
            @NotBlank String locationId,
            @Nullable @PositiveOrZero Integer parcelsBefore,
            @NotEmpty @Valid @Size(max = 200) List<PartRequest> parts,
            @Nullable @Size(max = 1000) String words) {

        Reception reception(String key) {
            return new Reception(
                    key,
                    locationId,
                    parts.stream()
                            .map(part -> new Reception.Part(
                                    part.sku(),
                                    part.lot(),
                                    part.ownership(),
                                    part.bestBefore(),
                                    part.condition(),
                                    part.quantity()))
                            .toList());
        }
    }

    record RequestPage(List<RequestView> items, @Nullable String next) {}
}
