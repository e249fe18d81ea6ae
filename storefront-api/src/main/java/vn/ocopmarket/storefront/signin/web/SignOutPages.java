package vn.ocopmarket.storefront.signin.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;

/** Staff sign out here. */
@Controller
class SignOutPages {

    private final SessionStaff sessions;
    private final CurrentStaff staff;

    SignOutPages(SessionStaff sessions, CurrentStaff staff) {
        this.sessions = sessions;
        this.staff = staff;
    }

    @PostMapping("/sign-out")
    Mono<Rendering> signOut(ServerWebExchange exchange) {
        return sessions.forget(exchange).thenReturn(SignInSteps.seeOther("/"));
    }

    /** For who fears that somebody else is signed in with the account, too. */
    @PostMapping("/staff/sign-out-everywhere")
    Mono<Rendering> signOutEverywhere(ServerWebExchange exchange) {
        return staff.get()
                .flatMap(member -> sessions.forgetEverywhere(exchange, member.accountId()))
                .thenReturn(SignInSteps.seeOther("/"));
    }
}
