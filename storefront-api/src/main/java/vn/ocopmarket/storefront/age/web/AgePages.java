package vn.ocopmarket.storefront.age.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import vn.ocopmarket.storefront.age.DateOfBirth;
import vn.ocopmarket.storefront.pages.AgeCookie;
import vn.ocopmarket.storefront.pages.LocalPath;
import vn.ocopmarket.storefront.pages.PagesSettings;

/** Asks once, until the browser is closed; who said to be too young is not asked again meanwhile. */
@Controller
class AgePages {

    private final Clock clock;
    private final boolean secure;

    AgePages(Clock clock, PagesSettings settings) {
        this.clock = clock;
        this.secure = settings.baseUrl().startsWith("https:");
    }

    /** What the form sends. */
    record AgeForm(@Nullable String born, @Nullable String next) {

        @Override
        public String toString() {
            return "AgeForm[" + next + "]";
        }
    }

    @GetMapping("/age")
    Rendering ask(
            @RequestParam(required = false) @Nullable String next,
            @CookieValue(name = AgeCookie.NAME, required = false) @Nullable String known) {
        if (AgeCookie.isAdult(known)) {
            return seeOther(local(next));
        }
        return AgeCookie.isUnderAge(known)
                ? page(next, HttpStatus.FORBIDDEN, "refused")
                : page(next, HttpStatus.OK, "");
    }

    @PostMapping("/age")
    Rendering answer(
            @ModelAttribute AgeForm form,
            @CookieValue(name = AgeCookie.NAME, required = false) @Nullable String known,
            ServerHttpResponse response) {
        if (AgeCookie.isUnderAge(known)) {
            return page(form.next(), HttpStatus.FORBIDDEN, "refused");
        }
        var today = LocalDate.now(clock);
        var born = DateOfBirth.read(form.born() == null ? "" : form.born(), today);
        if (born.isEmpty()) {
            return page(form.next(), HttpStatus.BAD_REQUEST, "wrong");
        }
        var adult = born.get().mayBuyAlcohol(today);
        response.addCookie(cookie(adult ? AgeCookie.ADULT : AgeCookie.UNDER_AGE));
        return adult ? seeOther(local(form.next())) : page(form.next(), HttpStatus.FORBIDDEN, "refused");
    }

    private Rendering page(@Nullable String next, HttpStatus status, String trouble) {
        return Rendering.view("age/ask")
                .status(status)
                .modelAttribute("next", local(next))
                .modelAttribute("trouble", trouble)
                .modelAttribute("today", LocalDate.now(clock).toString())
                .build();
    }

    /** For as long as the browser is open: a family may share it. */
    private ResponseCookie cookie(String value) {
        return ResponseCookie.from(AgeCookie.NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }

    private static String local(@Nullable String next) {
        return LocalPath.or(next, "/");
    }

    private static Rendering seeOther(String path) {
        return Rendering.redirectTo(path)
                .status(HttpStatus.SEE_OTHER)
                .contextRelative(false)
                .build();
    }
}
