package vn.ocopmarket.storefront.signin;

import java.util.Locale;

/**
 * What someone shows to sign in.
 *
 * @param origin network address they come from
 */
public record Credentials(String email, String password, String origin) {

    public Credentials {
        email = email.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Credentials[" + email + " from " + origin + "]";
    }
}
