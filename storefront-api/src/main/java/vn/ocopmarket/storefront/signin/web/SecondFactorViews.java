package vn.ocopmarket.storefront.signin.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.result.view.Rendering;
import vn.ocopmarket.storefront.pages.QrSvg;
import vn.ocopmarket.storefront.secondfactor.SharedSecret;

/** What is shown while a second factor is set up. */
final class SecondFactorViews {

    private SecondFactorViews() {}

    /**
     * @param action where the form with the first code goes
     * @param secret null for who has seen it already
     */
    static Rendering.Builder<?> setUp(String action, @Nullable SharedSecret secret) {
        var page = Rendering.view("signin/set-up").modelAttribute("action", action);
        return secret == null
                ? page
                : page.modelAttribute("secret", grouped(secret.text()))
                        .modelAttribute("address", secret.address())
                        .modelAttribute("qr", QrSvg.of(secret.address()));
    }

    static Rendering recoveryCodes(List<String> codes, String onwards) {
        return Rendering.view("signin/recovery-codes")
                .modelAttribute("codes", codes)
                .modelAttribute("onwards", onwards)
                .build();
    }

    /** For who types it. */
    private static String grouped(String text) {
        var grouped = new StringBuilder(text);
        for (int i = text.length() - text.length() % 4; i > 0; i -= 4) {
            if (i < text.length()) {
                grouped.insert(i, ' ');
            }
        }
        return grouped.toString();
    }
}
