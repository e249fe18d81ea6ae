package vn.ocopmarket.storefront.orderview.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.fulfillment.FulfillingOrder;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.Orders.Sieve;

/** Staff see and fulfil the orders whose goods are at their locations. */
@RestController
@RequestMapping("/api/v1/orders")
class StaffOrderController {

    private static final int LONGEST_PAGE = 100;

    private final Orders orders;
    private final FulfillingOrder fulfilling;
    private final CurrentStaff staff;
    private final OrderViews views;

    StaffOrderController(Orders orders, FulfillingOrder fulfilling, CurrentStaff staff, OrderViews views) {
        this.orders = orders;
        this.fulfilling = fulfilling;
        this.staff = staff;
        this.views = views;
    }

    /** Newest first. */
    @GetMapping
    Mono<Page> page(
            @RequestParam(required = false) @Nullable OrderState state,
            @RequestParam(required = false) @Nullable FulfillmentState fulfillment,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        return staff.get()
                .map(member -> new Sieve(state, fulfillment, member.locationsOf(Permission.SEE_ORDERS)))
                .flatMap(sieve -> orders.page(sieve, cursor, size).collectList())
                .map(found -> new Page(
                        found.stream().map(order -> views.of(order, locale)).toList(),
                        found.size() < size ? null : found.getLast().id()));
    }

    @PostMapping("/{id}/fulfillments")
    Mono<OrderView> fulfil(@PathVariable String id, @Valid @RequestBody FulfillmentRequest request, Locale locale) {
        return Mono.zip(staff.get(), orders.find(id))
                .filter(both -> isTheirs(both.getT1(), Permission.FULFIL_ORDERS, both.getT2()))
                .switchIfEmpty(Mono.error(OrderProblems::unknown))
                .then(Mono.defer(() -> switch (request.state()) {
                    case PACKED -> fulfilling.pack(id);
                    case HANDED_OVER -> fulfilling.handOver(id);
                    case DELIVERED -> fulfilling.deliver(id);
                    case REFUSED_AT_DOOR -> fulfilling.refuseAtDoor(id);
                }))
                .map(outcome -> views.of(OrderProblems.moved(outcome), locale));
    }

    private static boolean isTheirs(StaffMember member, Permission permission, Order order) {
        return order.isPlaced()
                && order.preparation().takes().stream()
                        .allMatch(take -> member.may(permission, Where.location(take.locationId())));
    }

    /** Where staff moves the goods. */
    record FulfillmentRequest(@NotNull Step state) {

        enum Step {
            PACKED,
            HANDED_OVER,
            DELIVERED,
            /** The buyer did not take the goods. */
            REFUSED_AT_DOOR
        }
    }

    record Page(List<OrderView> items, @Nullable String next) {}
}
