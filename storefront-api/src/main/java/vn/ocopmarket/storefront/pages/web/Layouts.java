package vn.ocopmarket.storefront.pages.web;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.web.IWebRequest;
import vn.ocopmarket.storefront.pages.AgeCookie;
import vn.ocopmarket.storefront.pages.CartCookies;
import vn.ocopmarket.storefront.pages.PagesSettings;

/** Reads from a request what the frame of its page shows. */
@Component
class Layouts {

    private static final Pattern MESSAGE_NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,4}");

    private final PagesSettings settings;
    private final Assets assets;

    Layouts(PagesSettings settings, Assets assets) {
        this.settings = settings;
        this.assets = assets;
    }

    Assets assets() {
        return assets;
    }

    Layout of(IWebRequest request, Locale locale) {
        var path = request.getPathWithinApplication();
        var query = request.getQueryString();
        var here = UriComponentsBuilder.fromPath(path)
                .query(query)
                .replaceQueryParam("lang")
                .replaceQueryParam("done");
        return new Layout(
                Languages.of(locale),
                path,
                settings.baseUrl() + path,
                here.cloneBuilder().queryParam("lang", "vi").build().toUriString(),
                here.cloneBuilder().queryParam("lang", "en").build().toUriString(),
                orEmpty(request.getParameterValue("q")),
                messageName(request.getParameterValue("done")),
                inCart(request.getCookieValue(CartCookies.COUNT)),
                AgeCookie.isAdult(request.getCookieValue(AgeCookie.NAME)),
                assets.address("site.css"),
                assets.address("site.js"),
                assets.address("htmx.min.js"));
    }

    private static @Nullable String messageName(@Nullable String done) {
        return done != null && MESSAGE_NAME.matcher(done).matches() ? done : null;
    }

    private static int inCart(@Nullable String count) {
        return count != null && COUNT.matcher(count).matches() ? Integer.parseInt(count) : 0;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
