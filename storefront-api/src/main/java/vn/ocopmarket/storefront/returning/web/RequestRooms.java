package vn.ocopmarket.storefront.returning.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.returning.Asking;
import vn.ocopmarket.storefront.returning.AskingStaff;
import vn.ocopmarket.storefront.returning.BuyerRequests;
import vn.ocopmarket.storefront.returning.BuyerRequests.Sieve;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.RequestState;

/** Shows staff the requests about goods of their own locations; others do not exist for them. */
@Component
class RequestRooms {

    private final CurrentStaff staff;
    private final BuyerRequests requests;
    private final AskingStaff asking;

    RequestRooms(CurrentStaff staff, BuyerRequests requests, AskingStaff asking) {
        this.staff = staff;
        this.requests = requests;
        this.asking = asking;
    }

    /** Whoever is signed in, and the request. */
    record Opened(StaffMember member, BuyerRequest request) {}

    /** Whoever is signed in, and what can be asked of an order of which all goods are at their places. */
    record OpenedOrder(StaffMember member, Asking asking) {}

    Mono<OpenedOrder> openOrder(String orderId) {
        return Mono.zip(staff.get(), asking.of(orderId), OpenedOrder::new)
                .filter(opened -> opened.asking().order().preparation().takes().stream()
                        .allMatch(take ->
                                opened.member().may(Permission.REFUND_ORDERS, Where.location(take.locationId()))))
                .switchIfEmpty(Mono.error(() -> Problem.of("order-not-found", 404)));
    }

    Mono<StaffMember> member() {
        return staff.get();
    }

    Mono<Opened> open(String id, Permission permission) {
        return Mono.zip(staff.get(), requests.find(id), Opened::new)
                .filter(opened -> isTheirs(opened.member(), permission, opened.request()))
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    /** What they may see at all: of goods from several places each has to be theirs. */
    static Sieve sieve(StaffMember member, @Nullable RequestState state) {
        return new Sieve(state, member.locationsOf(Permission.SEE_ORDERS));
    }

    static boolean isTheirs(StaffMember member, Permission permission, BuyerRequest request) {
        return request.locations().stream().allMatch(location -> member.may(permission, Where.location(location)));
    }
}
