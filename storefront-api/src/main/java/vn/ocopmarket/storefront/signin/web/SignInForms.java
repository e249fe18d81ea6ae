package vn.ocopmarket.storefront.signin.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import vn.ocopmarket.storefront.signin.OidcSettings;

/** The page to sign in on, with the button of the provider where one is configured. */
@Component
class SignInForms {

    private final OidcSettings provider;

    SignInForms(OidcSettings provider) {
        this.provider = provider;
    }

    Rendering.Builder<?> page(@Nullable String next) {
        var page = Rendering.view("account/sign-in").modelAttribute("next", SignInSteps.localOr(next, ""));
        return provider.isConfigured()
                ? page.modelAttribute("provider", Objects.requireNonNullElse(provider.name(), ""))
                : page;
    }

    /** With the reason why the last step led nowhere. */
    Rendering again(HttpStatus status, String refusal, @Nullable String next) {
        return page(next).status(status).modelAttribute("refusal", refusal).build();
    }
}
