package vn.ocopmarket.storefront.signin;

import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Account;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.secondfactor.CheckingCodes;
import vn.ocopmarket.storefront.secondfactor.CodeCheck;

/** The second step: a code of the second factor. */
public final class ConfirmingSignIn {

    private final SigningIn signingIn;
    private final Accounts accounts;
    private final CheckingCodes codes;

    ConfirmingSignIn(SigningIn signingIn, Accounts accounts, CheckingCodes codes) {
        this.signingIn = signingIn;
        this.accounts = accounts;
        this.codes = codes;
    }

    /** Both steps at once, for programs. Never empty. */
    public Mono<SignIn> signIn(Credentials credentials, String code) {
        return signingIn
                .signIn(credentials)
                .flatMap(outcome -> outcome instanceof SignIn.Halfway halfway
                                && halfway.missing() == SignIn.Missing.CODE
                                && !code.isBlank()
                        ? confirm(halfway, code, credentials.origin())
                        : Mono.just(outcome));
    }

    /** Never empty. Whose account changed since the first step begins again. */
    public Mono<SignIn> confirm(SignIn.Halfway halfway, String code, String origin) {
        return accounts.byId(halfway.member().accountId())
                .filter(account -> account.active() && account.generation() == halfway.generation())
                .flatMap(account -> check(account, code, origin))
                .defaultIfEmpty(new SignIn.WrongCredentials());
    }

    /** For who is signed in and changes what protects the account: proves anew, with the code if there is a second factor. */
    public Mono<SignIn> prove(StaffMember member, String password, String code, String origin) {
        return signingIn
                .signIn(new Credentials(member.email(), password, origin))
                .flatMap(outcome -> outcome instanceof SignIn.Halfway halfway
                        ? proveMore(halfway, code, origin)
                        : Mono.just(outcome));
    }

    private Mono<SignIn> proveMore(SignIn.Halfway halfway, String code, String origin) {
        return switch (halfway.missing()) {
            case CODE -> confirm(halfway, code, origin);
            case SECOND_FACTOR -> Mono.just(new SignIn.SignedIn(halfway.member(), halfway.generation()));
        };
    }

    private Mono<SignIn> check(Account account, String code, String origin) {
        return codes.check(account, code, origin).map(outcome -> switch (outcome) {
            case CodeCheck.Right _ -> new SignIn.SignedIn(account.member(), account.generation());
            case CodeCheck.Wrong _ -> new SignIn.WrongCode();
            case CodeCheck.TooMany(var wait) -> new SignIn.TooManyAttempts(wait);
        });
    }
}
