package vn.ocopmarket.storefront.account.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Account;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.StaffMember;

/** Keeps only the account id in the session and reads the account anew, so that a changed role counts at once. */
final class SessionStaff implements ServerSecurityContextRepository {

    private static final String ACCOUNT = "account";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Accounts accounts;

    SessionStaff(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        if (!StaffSessions.hasCookie(exchange)) {
            return Mono.empty();
        }
        return exchange.getSession()
                .mapNotNull(session -> session.<String>getAttribute(ACCOUNT))
                .flatMap(accounts::byId)
                .map(Account::member)
                .timeout(LONGEST_WAIT)
                .map(member -> new SecurityContextImpl(new StaffAuthentication(member)));
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.error(new IllegalStateException("Only signing in and out change a session"));
    }

    /** The session of a request that signs in is always a new one. */
    Mono<Void> remember(ServerWebExchange exchange, StaffMember member) {
        return exchange.getSession()
                .doOnNext(session -> session.getAttributes().put(ACCOUNT, member.accountId()))
                .then();
    }

    Mono<Void> forget(ServerWebExchange exchange) {
        return exchange.getSession().flatMap(WebSession::invalidate);
    }
}
