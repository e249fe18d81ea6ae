package vn.ocopmarket.storefront.signin.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.StaffAuthentication;
import vn.ocopmarket.storefront.signin.KeepingSessions;
import vn.ocopmarket.storefront.signin.SignIn;

/** Reads session and account anew with every request, so that a changed role or an ended session counts at once. */
@Component
final class SessionStaff implements ServerSecurityContextRepository {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final KeepingSessions sessions;
    private final SessionCookies cookies;

    SessionStaff(KeepingSessions sessions, SessionCookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        var id = SessionCookies.read(exchange);
        return id == null
                ? Mono.empty()
                : sessions.staffOf(id)
                        .timeout(LONGEST_WAIT)
                        .map(member -> new SecurityContextImpl(new StaffAuthentication(member)));
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.error(new IllegalStateException("Only signing in and out change a session"));
    }

    /** Always a new session: an id planted in the browser before is worth nothing, and the one before ends. */
    Mono<Void> remember(ServerWebExchange exchange, SignIn.SignedIn signedIn) {
        return ended(exchange)
                .then(sessions.begin(signedIn))
                .doOnNext(id -> cookies.write(exchange, id))
                .then();
    }

    Mono<Void> remember(ServerWebExchange exchange, SignIn.Halfway halfway) {
        return ended(exchange)
                .then(sessions.begin(halfway))
                .doOnNext(id -> cookies.write(exchange, id))
                .then();
    }

    /** Who has made the first step in this browser. Empty when nobody has of late. */
    Mono<SignIn.Halfway> halfway(ServerWebExchange exchange) {
        var id = SessionCookies.read(exchange);
        return id == null ? Mono.empty() : sessions.halfway(id).timeout(LONGEST_WAIT);
    }

    Mono<Void> forget(ServerWebExchange exchange) {
        return ended(exchange).doOnSuccess(_ -> cookies.clear(exchange));
    }

    Mono<Void> forgetEverywhere(ServerWebExchange exchange, String accountId) {
        return sessions.endEverywhere(accountId).doOnSuccess(_ -> cookies.clear(exchange));
    }

    private Mono<Void> ended(ServerWebExchange exchange) {
        var id = SessionCookies.read(exchange);
        return id == null ? Mono.empty() : sessions.end(id);
    }
}
