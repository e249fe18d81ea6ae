package vn.ocopmarket.storefront.account.web;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.server.session.SpringSessionWebSessionStore;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.WebSessionManager;
import reactor.core.publisher.Mono;

/**
 * Sessions for signed-in staff only. Rendering a page asks for the session even when nothing is kept in it; a buyer's request
 * is handed an empty one that is never stored and costs nothing. Signing in always begins a new one, so that an id planted
 * before is worth nothing.
 */
final class StaffSessions implements WebSessionManager {

    static final String COOKIE = "SESSION";

    private final DefaultWebSessionManager present = new DefaultWebSessionManager();
    private final DefaultWebSessionManager fresh = new DefaultWebSessionManager();

    StaffSessions(ReactiveSessionRepository<? extends Session> repository) {
        var store = new SpringSessionWebSessionStore<>(repository);
        present.setSessionStore(store);
        present.setSessionIdResolver(new Cookie());
        fresh.setSessionStore(store);
        fresh.setSessionIdResolver(new NewCookie());
    }

    @Override
    public Mono<WebSession> getSession(ServerWebExchange exchange) {
        if (isSigningIn(exchange)) {
            return fresh.getSession(exchange);
        }
        return hasCookie(exchange) ? present.getSession(exchange) : Mono.just(NoSession.INSTANCE);
    }

    static boolean hasCookie(ServerWebExchange exchange) {
        return exchange.getRequest().getCookies().containsKey(COOKIE);
    }

    private static boolean isSigningIn(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return request.getMethod() == HttpMethod.POST
                && request.getPath().value().equals(SignInPages.PATH);
    }

    private static class Cookie extends CookieWebSessionIdResolver {

        Cookie() {
            setCookieName(COOKIE);
            addCookieInitializer(builder -> builder.httpOnly(true).sameSite("Lax"));
        }
    }

    /** Sets the cookie without reading the one that came. */
    private static final class NewCookie extends Cookie {

        @Override
        public List<String> resolveSessionIds(ServerWebExchange exchange) {
            return List.of();
        }
    }
}
