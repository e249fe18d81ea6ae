package vn.ocopmarket.storefront.order.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.order.CancellingOrder;
import vn.ocopmarket.storefront.order.FulfillingOrder;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLinks;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.pages.Problem;

/** A guest needs the token of the link; without it an order does not exist. Staff need none for the orders they fulfil. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderController {

    private static final int LONGEST_PAGE = 100;

    private final Orders orders;
    private final OrderLinks links;
    private final CancellingOrder cancelling;
    private final FulfillingOrder fulfilling;
    private final CurrentStaff staff;
    private final MessageSource messages;

    OrderController(
            Orders orders,
            OrderLinks links,
            CancellingOrder cancelling,
            FulfillingOrder fulfilling,
            CurrentStaff staff,
            MessageSource messages) {
        this.orders = orders;
        this.links = links;
        this.cancelling = cancelling;
        this.fulfilling = fulfilling;
        this.staff = staff;
        this.messages = messages;
    }

    @GetMapping("/{id}")
    Mono<OrderView> order(@PathVariable String id, @RequestParam(defaultValue = "") String token, Locale locale) {
        return withToken(id, token)
                .then(orders.find(id))
                .filter(Order::isPlaced)
                .map(order -> OrderView.of(order, messages, locale))
                .switchIfEmpty(Mono.error(OrderController::unknown));
    }

    @PostMapping("/{id}/cancellations")
    Mono<OrderView> cancel(@PathVariable String id, @RequestParam(defaultValue = "") String token, Locale locale) {
        return withToken(id, token)
                .then(Mono.defer(() -> cancelling.cancel(id, "BUYER")))
                .map(outcome -> answer(outcome, locale));
    }

    /** Newest first, for those who fulfil them. */
    @GetMapping
    Mono<Page> page(
            @RequestParam(required = false) @Nullable OrderState state,
            @RequestParam(required = false) @Nullable FulfillmentState fulfillment,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        return staff.get()
                .flatMap(member -> orders.page(state, fulfillment, cursor, size)
                        .collectList()
                        .map(found -> {
                            var items = found.stream()
                                    .filter(order -> order.isPlaced()
                                            && order.preparation().takes().stream()
                                                    .allMatch(take -> member.actsAt(take.locationId())))
                                    .map(order -> OrderView.of(order, messages, locale))
                                    .toList();
                            return new Page(
                                    items,
                                    found.size() < size ? null : found.getLast().id());
                        }));
    }

    @PostMapping("/{id}/fulfillments")
    Mono<OrderView> fulfil(@PathVariable String id, @RequestBody FulfillmentRequest request, Locale locale) {
        return mayFulfil(id)
                .then(Mono.defer(() -> switch (request.state()) {
                    case PACKED -> fulfilling.pack(id);
                    case HANDED_OVER -> fulfilling.handOver(id);
                    case DELIVERED -> fulfilling.deliver(id);
                }))
                .map(outcome -> answer(outcome, locale));
    }

    private Mono<Void> withToken(String id, String token) {
        return links.opens(id, token)
                .filter(opens -> opens)
                .switchIfEmpty(Mono.error(OrderController::unknown))
                .then();
    }

    private Mono<Void> mayFulfil(String id) {
        return Mono.zip(staff.get(), orders.find(id))
                .filter(both -> both.getT2().preparation().takes().stream()
                        .allMatch(take -> both.getT1().actsAt(take.locationId())))
                .switchIfEmpty(Mono.error(OrderController::unknown))
                .then();
    }

    private OrderView answer(OrderOutcome outcome, Locale locale) {
        return switch (outcome) {
            case OrderOutcome.Moved(var order) -> OrderView.of(order, messages, locale);
            case OrderOutcome.OrderUnknown _ -> throw unknown();
            case OrderOutcome.MoveRefused(var state, var allowed) ->
                throw Problem.of("transition-not-allowed", 409, state)
                        .with("state", state)
                        .with("allowed", allowed.stream().sorted().toList());
        };
    }

    private static Problem unknown() {
        return Problem.of("order-not-found", 404);
    }

    /** Where staff moves the goods. */
    record FulfillmentRequest(Step state) {

        enum Step {
            PACKED,
            HANDED_OVER,
            DELIVERED
        }
    }

    record Page(List<OrderView> items, @Nullable String next) {}
}
