package vn.ocopmarket.storefront.account.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.Role;

/** The door for staff: which rooms are theirs. */
@Controller
class StaffHomePages {

    private final CurrentStaff staff;

    StaffHomePages(CurrentStaff staff) {
        this.staff = staff;
    }

    @GetMapping("/staff")
    Mono<Rendering> show() {
        return staff.get()
                .map(member -> Rendering.view("account/staff")
                        .modelAttribute("email", member.email())
                        .modelAttribute("sells", member.isAny(Role.POS_STAFF, Role.POS_MANAGER))
                        .modelAttribute("invites", member.may(Permission.INVITE_STAFF))
                        .modelAttribute("runsFairs", member.isAny(Role.TRADE_OFFICER))
                        .build());
    }
}
