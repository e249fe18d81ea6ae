package vn.ocopmarket.storefront.account;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account as an operator lists it.
 *
 * @param scope location ids, province codes or producer ids, separated by commas; may be empty
 */
record ListedAccount(
        Role role, String email, String password, @Nullable String scope) {

    ListedAccount {
        email = email.strip().toLowerCase(Locale.ROOT);
        scope = Objects.requireNonNullElse(scope, "");
    }

    @Override
    public String scope() {
        return Objects.requireNonNullElse(scope, "");
    }

    @Override
    public String toString() {
        return "ListedAccount[" + role + " " + email + "]";
    }
}
