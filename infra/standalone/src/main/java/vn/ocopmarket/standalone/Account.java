package vn.ocopmarket.standalone;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Somebody who can sign in, in the form that the storefront reads at its start.
 *
 * @param role such as {@code POS_STAFF}
 * @param scope location ids, province codes or producer ids, comma separated; may be empty
 */
record Account(String role, String email, String password, String scope) {

    private String json() {
        return "{\"role\": \"%s\", \"email\": \"%s\", \"password\": \"%s\", \"scope\": \"%s\"}"
                .formatted(role, email, password, scope);
    }

    /** A JSON array. Nothing in an account needs escaping: they are made here. */
    static String json(List<Account> accounts) {
        return accounts.stream().map(Account::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }
}
