package vn.ocopmarket.storefront.account;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;
import vn.ocopmarket.storefront.secret.PasswordHashes;

class EnsuringAccountsTests {

    private static final String EMAIL = "clerk@sample.test";

    private final AccountsInMemory accounts = new AccountsInMemory();
    private final PasswordHashes hashes = new PasswordHashes(Schedulers.immediate());
    private final EnsuringAccounts ensuring = new EnsuringAccounts(accounts, hashes);

    @Test
    void leavesThePasswordThatItsOwnerChose() {
        ensure(entry("from-the-list", "a"));
        var listed = account();
        accounts.byId.put(
                listed.member().accountId(),
                new Account(listed.member(), "{noop}own", listed.listedHash(), true, listed.generation() + 1, false));

        ensure(entry("from-the-list", "a,b"));

        assertThat(account().passwordHash()).isEqualTo("{noop}own");
        assertThat(account().member().locations()).containsExactlyInAnyOrder("a", "b");
        assertThat(account().generation()).isEqualTo(listed.generation() + 1);
    }

    @Test
    void takesANewPasswordOfTheListAndEndsTheSessions() {
        ensure(entry("old", "a"));
        var generation = account().generation();

        ensure(entry("new", "a"));

        assertThat(hashes.matches("new", account().passwordHash()).block()).isTrue();
        assertThat(account().generation()).isGreaterThan(generation);
    }

    @Test
    void deactivatesWhoIsNoLongerListedAndTakesThemBack() {
        ensure(entry("x", "a"));
        ensure(new ListedAccount(Role.POS_STAFF, "other@sample.test", "y", "b"));
        assertThat(account().active()).isFalse();

        ensure(entry("x", "a"));
        assertThat(account().active()).isTrue();
    }

    @Test
    void leavesAccountsAloneThatWereNeverListed() {
        ensure(entry("x", "a"));
        var invited = new Account(account().member(), "{noop}z", "", true, 1, false);
        accounts.byId.put("invited", invited);

        ensure(new ListedAccount(Role.POS_STAFF, "other@sample.test", "y", "b"));

        assertThat(accounts.byId.get("invited")).isEqualTo(invited);
    }

    private static ListedAccount entry(String password, String scope) {
        return new ListedAccount(Role.POS_STAFF, EMAIL, password, scope);
    }

    private void ensure(ListedAccount entry) {
        ensuring.ensure(List.of(entry)).block();
    }

    private Account account() {
        return requireNonNull(accounts.byId.get(AccountIds.of(EMAIL)));
    }
}
