package vn.ocopmarket.storefront.pos.web;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.pos.domain.Till;

/** Which counters the signed-in member of staff may stand at. */
@Component
class Counters {

    private final CurrentStaff staff;
    private final Locations locations;

    Counters(CurrentStaff staff, Locations locations) {
        this.staff = staff;
        this.locations = locations;
    }

    /** A counter with who stands at it. */
    record Counter(StaffMember staff, Location location) {

        String id() {
            return location.id();
        }

        Till till() {
            return new Till(location.id(), staff.accountId(), staff.email());
        }
    }

    /** Fails as not found when it is not theirs: nobody learns which counters there are. */
    Mono<Counter> at(String locationId) {
        return staff.get()
                .filter(member -> member.may(Permission.SELL_AT_COUNTER, Where.location(locationId)))
                .flatMap(member -> locations.find(locationId).map(location -> new Counter(member, location)))
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    /** All of theirs; for an administrator, all that people can walk into. */
    Flux<Counter> own() {
        return staff.get()
                .flatMapMany(member -> locations
                        .all()
                        .filter(location -> member.locations().contains(location.id())
                                || member.isAdministrator() && location.kind().visitable())
                        .map(location -> new Counter(member, location)));
    }
}
