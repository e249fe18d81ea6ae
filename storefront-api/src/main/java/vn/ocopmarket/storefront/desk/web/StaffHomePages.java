package vn.ocopmarket.storefront.desk.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Room;
import vn.ocopmarket.storefront.desk.Rooms;

/** The door for staff: which rooms are theirs. */
@DeskPage
class StaffHomePages {

    private final CurrentStaff staff;

    StaffHomePages(CurrentStaff staff) {
        this.staff = staff;
    }

    @GetMapping("/staff")
    Mono<Rendering> show() {
        return staff.get()
                .map(member -> Rendering.view("desk/staff")
                        .modelAttribute("email", member.email())
                        .modelAttribute(
                                "floors",
                                Rooms.of(member).stream()
                                        .map(Room::floor)
                                        .distinct()
                                        .toList())
                        .build());
    }
}
