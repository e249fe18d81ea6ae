package vn.ocopmarket.storefront.signin.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.pages.LocalPath;
import vn.ocopmarket.storefront.signin.SignIn;

/** Where a browser goes after a step of signing in. */
@Component
class SignInSteps {

    static final String CODE = "/sign-in/code";
    static final String SECOND_FACTOR = "/sign-in/second-factor";

    private final SessionStaff sessions;
    private final SignInForms forms;

    SignInSteps(SessionStaff sessions, SignInForms forms) {
        this.sessions = sessions;
        this.forms = forms;
    }

    /** Where they wanted to go, else to their rooms. */
    Mono<Rendering> after(ServerWebExchange exchange, SignIn.SignedIn signedIn, @Nullable String next) {
        return sessions.remember(exchange, signedIn).thenReturn(seeOther(localOr(next, homeOf(signedIn.member()))));
    }

    /** To what is still missing. */
    Mono<Rendering> after(ServerWebExchange exchange, SignIn.Halfway halfway, @Nullable String next) {
        var page = switch (halfway.missing()) {
            case CODE -> CODE;
            case SECOND_FACTOR -> SECOND_FACTOR;
        };
        var local = localOr(next, "");
        var target = local.isEmpty() ? page : page + "?next=" + UriUtils.encode(local, StandardCharsets.UTF_8);
        return sessions.remember(exchange, halfway).thenReturn(seeOther(target));
    }

    /** For who took too long, or never made the first step. */
    Rendering startOver(@Nullable String next) {
        return forms.again(HttpStatus.GONE, "over", next);
    }

    static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }

    /** Only a path on this site, without places to be filled in: nobody is sent elsewhere by a link that looks like ours. */
    static String localOr(@Nullable String next, String otherwise) {
        return LocalPath.or(next, otherwise);
    }

    static String homeOf(StaffMember member) {
        if (member.isAny(Role.POS_STAFF, Role.POS_MANAGER) && !member.isAdministrator()) {
            return "/pos";
        }
        return member.isAny(Role.TRADE_OFFICER) && !member.isAdministrator() ? "/staff/fairs" : "/staff";
    }
}
