package vn.ocopmarket.storefront.stockcount.web;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.stockcount.Counts;
import vn.ocopmarket.storefront.stockcount.domain.StockCount;

/** Who sees which counts, and how much of them. */
@Component
final class SeeingCounts {

    private static final int RECENT = 50;

    private final Counts counts;
    private final CurrentStaff staff;

    SeeingCounts(Counts counts, CurrentStaff staff) {
        this.counts = counts;
        this.staff = staff;
    }

    /** A count with who is looking at it. */
    record Seen(StaffMember member, StockCount count) {}

    /** Who counts sees no expected figures; who decides sees them when all is counted. */
    static boolean isTold(StaffMember member, StockCount count) {
        return switch (count.state()) {
            case COUNTING, DISCARDED -> false;
            case SUBMITTED, BOOKING, BOOKED -> member.may(Permission.CORRECT_STOCK, Where.location(count.location()));
        };
    }

    /** Who is signed in and may do it there, or a 403. */
    Mono<StaffMember> who(Permission permission, String location) {
        return staff.get()
                .filter(member -> member.may(permission, Where.location(location)))
                .switchIfEmpty(Mono.error(() -> Problem.of("forbidden", 403)));
    }

    Flux<StockCount> of(String location) {
        return counts.of(location, RECENT);
    }

    /** A count of others' shelves is as good as none: 404. */
    Mono<Seen> visible(String id, Permission permission) {
        return staff.get()
                .flatMap(member -> visible(member, id)
                        .filter(count -> member.may(permission, Where.location(count.location())))
                        .switchIfEmpty(Mono.error(() -> Problem.of("forbidden", 403)))
                        .map(count -> new Seen(member, count)));
    }

    private Mono<StockCount> visible(StaffMember member, String id) {
        return counts.find(id)
                .filter(count -> member.may(Permission.COUNT_STOCK, Where.location(count.location())))
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }
}
