package vn.ocopmarket.storefront.pages.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;
import vn.ocopmarket.service.PlainPath;

/**
 * The language of an answer: for programs by {@code Accept-Language}; for people the one they chose, and Vietnamese until
 * they do, whatever their browser was bought with.
 */
@Component("localeContextResolver")
class LanguageResolver implements LocaleContextResolver {

    static final String COOKIE = "lang";

    private static final LocaleContext VIETNAMESE = new SimpleLocaleContext(Languages.VIETNAMESE);
    private static final LocaleContext ENGLISH = new SimpleLocaleContext(Locale.ENGLISH);

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        var chosen = isApi(exchange) ? accepted(exchange) : chosen(exchange);
        return Locale.ENGLISH.equals(chosen) ? ENGLISH : VIETNAMESE;
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext localeContext) {
        throw new UnsupportedOperationException("The language comes with the request");
    }

    private static boolean isApi(ServerWebExchange exchange) {
        return PlainPath.of(exchange.getRequest()).startsWith("/api/");
    }

    private static @Nullable Locale accepted(ServerWebExchange exchange) {
        var header = exchange.getRequest().getHeaders().getFirst("Accept-Language");
        if (header == null) {
            return null;
        }
        try {
            return Locale.lookup(Locale.LanguageRange.parse(header), Languages.SUPPORTED);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static @Nullable Locale chosen(ServerWebExchange exchange) {
        var now = Languages.named(exchange.getRequest().getQueryParams().getFirst("lang"));
        if (now != null) {
            return now;
        }
        var before = exchange.getRequest().getCookies().getFirst(COOKIE);
        return before == null ? null : Languages.named(before.getValue());
    }
}
