package vn.ocopmarket.storefront.returning.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.returning.Asking;
import vn.ocopmarket.storefront.returning.AskingStaff;
import vn.ocopmarket.storefront.returning.AskingStaff.Wanted;
import vn.ocopmarket.storefront.returning.AskingStaff.Words;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest.Kind;

/** What the holder of an order's link asks for; without the token the order does not exist. */
@RestController
@RequestMapping("/api/v1/orders/{id}/requests")
class RequestController {

    private final AskingStaff asking;
    private final OrderLinks links;

    RequestController(AskingStaff asking, OrderLinks links) {
        this.asking = asking;
        this.links = links;
    }

    /** What can be asked for now, and what was. */
    @GetMapping
    Mono<AskingView> all(@PathVariable String id, @RequestParam(defaultValue = "") String token) {
        return links.mustOpen(id, token)
                .then(Mono.defer(() -> asking.of(id)))
                .map(AskingView::of)
                .switchIfEmpty(Mono.error(RequestController::unknown));
    }

    @PostMapping
    Mono<ResponseEntity<RequestView>> ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String token,
            @Valid @RequestBody AskRequest request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operation) {
        if (operation == null) {
            return Mono.error(Problem.of("idempotency-key-required", 400));
        }
        return links.mustOpen(id, token)
                .then(Mono.defer(() -> switch (request.kind()) {
                    case RETURN -> asking.askToReturn(id, operation, request.wanted(), request.words());
                    case CANCEL -> asking.askToCancel(id, operation, request.note());
                    case DROP -> asking.drop(id, operation, request.wanted(), request.note());
                }))
                .map(RequestProblems::done)
                .map(asked -> ResponseEntity.status(HttpStatus.CREATED).body(RequestView.forBuyer(asked)));
    }

    @PostMapping("/{request}/withdrawals")
    Mono<RequestView> withdraw(
            @PathVariable String id, @PathVariable String request, @RequestParam(defaultValue = "") String token) {
        return links.mustOpen(id, token)
                .then(Mono.defer(() -> asking.withdraw(id, request)))
                .map(outcome -> RequestView.forBuyer(RequestProblems.done(outcome)));
    }

    private static Problem unknown() {
        return Problem.of("order-not-found", 404);
    }

    /**
     * What the buyer wants.
     *
     * @param lines of a return, or of what is to be taken out of the order; none for an order that is to be cancelled
     * @param reason of a return: one of those that the order names
     */
    record AskRequest(
            @NotNull Kind kind,
            @Nullable @Valid @Size(max = 100) List<LineRequest> lines,
            @Nullable @Size(max = 40) String reason,
            @Nullable @Size(max = 1000) String note) {

        record LineRequest(
                @NotBlank String sku,
                @Positive @Max(1_000_000) long quantity) {}

        List<Wanted> wanted() {
            return (lines == null ? List.<LineRequest>of() : lines)
                    .stream()
                            .map(line -> new Wanted(line.sku(), line.quantity()))
                            .toList();
        }

        Words words() {
            return new Words(reason == null ? "" : reason, note);
        }
    }

    /**
     * What can be asked for, and what was.
     *
     * @param droppable what may be taken out of the order, as it is not packed
     */
    record AskingView(
            List<ItemView> returnable,
            List<String> reasons,
            boolean mayCancel,
            List<ItemView> droppable,
            List<RequestView> requests) {

        record ItemView(String sku, String name, long left) {}

        static AskingView of(Asking asking) {
            return new AskingView(
                    asking.mayReturn() ? items(asking.items()) : List.of(),
                    asking.reasons(),
                    asking.mayCancel(),
                    asking.mayDrop() ? items(asking.droppable()) : List.of(),
                    asking.requests().stream().map(RequestView::forBuyer).toList());
        }

        private static List<ItemView> items(List<Asking.Item> items) {
            return items.stream()
                    .filter(item -> item.left() > 0)
                    .map(item -> new ItemView(item.sku(), item.name(), item.left()))
                    .toList();
        }
    }
}
