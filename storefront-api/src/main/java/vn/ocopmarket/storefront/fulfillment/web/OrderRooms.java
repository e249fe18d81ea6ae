package vn.ocopmarket.storefront.fulfillment.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.fulfillment.OrderDesk;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.pages.Problem;

/** Lets staff at the orders of which some goods are at their own locations; others do not exist for them. */
@Component
class OrderRooms {

    private final CurrentStaff staff;
    private final Orders orders;

    OrderRooms(CurrentStaff staff, Orders orders) {
        this.staff = staff;
        this.orders = orders;
    }

    /** Whoever is signed in, and the order. */
    record Opened(StaffMember member, Order order) {

        /** Whether they may do something with the goods that lie there. */
        boolean mayFulfil(String locationId) {
            return member.may(Permission.FULFIL_ORDERS, Where.location(locationId));
        }

        /** The same, or else it does not exist. */
        void mustFulfil(String locationId) {
            if (!mayFulfil(locationId)) {
                throw unknown();
            }
        }

        /** The same for all of its goods. */
        void mustFulfilAll() {
            order.preparation().takes().forEach(take -> mustFulfil(take.locationId()));
        }

        /** Whether they may give its goods to somebody without the code. */
        boolean mayOverride() {
            return order.preparation().takes().stream()
                    .allMatch(take -> member.may(Permission.OVERRIDE_PICKUP_CODE, Where.location(take.locationId())));
        }

        /** The same, or else it does not exist. */
        void mustOverride() {
            if (!mayOverride()) {
                throw unknown();
            }
        }
    }

    Mono<StaffMember> member() {
        return staff.get();
    }

    Mono<Opened> open(String orderId) {
        return Mono.zip(staff.get(), orders.find(orderId), Opened::new)
                .filter(opened -> opened.order().isPlaced() && isTheirs(opened.member(), opened.order()))
                .switchIfEmpty(Mono.error(OrderRooms::unknown));
    }

    /** Null for somebody who sees all. */
    static @Nullable Set<String> locations(StaffMember member) {
        return member.isAdministrator()
                ? null
                : member.locations().stream()
                        .filter(location -> member.may(Permission.SEE_ORDERS, Where.location(location)))
                        .collect(Collectors.toSet());
    }

    private static boolean isTheirs(StaffMember member, Order order) {
        var locations = locations(member);
        return locations == null || OrderDesk.isAt(order, locations);
    }

    static Problem unknown() {
        return Problem.of("order-not-found", 404);
    }
}
