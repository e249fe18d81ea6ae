package vn.ocopmarket.storefront.secondfactor;

import java.util.Locale;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.AccountIds;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;

/** Takes second factors away: one's own, or that of somebody whose telephone and recovery codes are gone. */
public final class SwitchingOffSecondFactors {

    private final SecondFactors factors;
    private final Accounts accounts;
    private final SecondFactorPolicy policy;
    private final WarningOwners warning;

    SwitchingOffSecondFactors(
            SecondFactors factors, Accounts accounts, SecondFactorPolicy policy, WarningOwners warning) {
        this.factors = factors;
        this.accounts = accounts;
        this.policy = policy;
        this.warning = warning;
    }

    /** What came of taking away another's. */
    public enum Reset {
        DONE,
        NO_SUCH_ACCOUNT,
        /** One's own goes with password and code only. */
        OWN,
        NOT_YOURS
    }

    /** For who has shown password and code. The account's new generation; empty when the role must have one. */
    public Mono<Integer> switchOff(StaffMember owner) {
        return policy.requiresOf(owner) ? Mono.empty() : factors.switchOff(owner.accountId());
    }

    /** Never empty. All sessions of the account end, and its owner has a letter about it. */
    public Mono<Reset> reset(StaffMember administrator, String email) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        if (!administrator.may(Permission.ADMINISTER)) {
            return Mono.just(Reset.NOT_YOURS);
        }
        if (AccountIds.of(address).equals(administrator.accountId()) || address.equals(administrator.email())) {
            return Mono.just(Reset.OWN);
        }
        return accounts.byEmail(address)
                .flatMap(account -> factors.switchOff(account.member().accountId())
                        .flatMap(generation -> warning.ofReset(account.member(), generation, administrator.email())
                                .thenReturn(Reset.DONE)))
                .defaultIfEmpty(Reset.NO_SUCH_ACCOUNT);
    }
}
