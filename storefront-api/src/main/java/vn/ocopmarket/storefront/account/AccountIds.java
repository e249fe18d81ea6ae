package vn.ocopmarket.storefront.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Ids of accounts: from the address, so that two instances that make one at once make the same. */
public final class AccountIds {

    private AccountIds() {}

    public static String of(String email) {
        return UUID.nameUUIDFromBytes(("account " + email).getBytes(UTF_8)).toString();
    }
}
