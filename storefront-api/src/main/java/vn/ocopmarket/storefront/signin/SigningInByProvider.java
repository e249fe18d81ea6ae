package vn.ocopmarket.storefront.signin;

import java.util.Set;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Account;
import vn.ocopmarket.storefront.account.Accounts;

/** Signs in for whom another house vouches. It stands in for the password, and for our second factor when it asked for one. */
public final class SigningInByProvider {

    private final SigningIn signingIn;
    private final Accounts accounts;
    private final Set<String> levelsOfTwoFactors;

    SigningInByProvider(SigningIn signingIn, Accounts accounts, Set<String> levelsOfTwoFactors) {
        this.signingIn = signingIn;
        this.accounts = accounts;
        this.levelsOfTwoFactors = Set.copyOf(levelsOfTwoFactors);
    }

    /** Never empty. */
    public Mono<Vouching> signIn(Vouched vouched) {
        if (!vouched.verified()) {
            return Mono.just(new Vouching.NotVerified());
        }
        return accounts.byEmail(vouched.email())
                .filter(Account::active)
                .<Vouching>map(account -> new Vouching.Known(next(account, vouched)))
                .defaultIfEmpty(new Vouching.NoAccount());
    }

    private SignIn next(Account account, Vouched vouched) {
        return vouched.byTwoFactors(levelsOfTwoFactors)
                ? new SignIn.SignedIn(account.member(), account.generation())
                : signingIn.next(account);
    }
}
