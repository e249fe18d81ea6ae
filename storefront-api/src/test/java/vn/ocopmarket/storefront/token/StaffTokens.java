package vn.ocopmarket.storefront.token;

import java.time.Duration;
import java.util.Objects;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.signin.SignIn;

/** Tokens for people that a test makes up: they get an account, and are signed in without a password. */
public final class StaffTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Accounts accounts;
    private final IssuingTokens issuing;

    public StaffTokens(Accounts accounts, IssuingTokens issuing) {
        this.accounts = accounts;
        this.issuing = issuing;
    }

    public String of(StaffMember member) {
        var token = accounts.byId(member.accountId())
                .filter(account -> account.active() && account.member().equals(member))
                .switchIfEmpty(accounts.list(member, "{noop}not-asked-for").then(accounts.byId(member.accountId())))
                .flatMap(account -> issuing.issueTo(new SignIn.SignedIn(member, account.generation())))
                .block(PATIENCE);
        return Objects.requireNonNull(token).accessToken();
    }
}
