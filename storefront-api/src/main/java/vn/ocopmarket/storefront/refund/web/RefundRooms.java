package vn.ocopmarket.storefront.refund.web;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.pages.Problem;

/** Lets staff give money back for the orders whose goods are at their own locations; others do not exist for them. */
@Component
class RefundRooms {

    private final CurrentStaff staff;
    private final Orders orders;

    RefundRooms(CurrentStaff staff, Orders orders) {
        this.staff = staff;
        this.orders = orders;
    }

    /** Whoever is signed in, and the order. */
    record Opened(StaffMember member, Order order) {}

    Mono<Opened> open(String orderId) {
        return open(orders.find(orderId));
    }

    Mono<Opened> openNumber(String number) {
        return open(orders.findByNumber(number));
    }

    private Mono<Opened> open(Mono<Order> order) {
        return Mono.zip(staff.get(), order, Opened::new)
                .filter(RefundRooms::isTheirs)
                .switchIfEmpty(Mono.error(() -> Problem.of("order-not-found", 404)));
    }

    private static boolean isTheirs(Opened opened) {
        return opened.order().isPlaced()
                && opened.order().preparation().takes().stream()
                        .allMatch(take ->
                                opened.member().may(Permission.REFUND_ORDERS, Where.location(take.locationId())));
    }

    Mono<StaffMember> member() {
        return staff.get();
    }
}
