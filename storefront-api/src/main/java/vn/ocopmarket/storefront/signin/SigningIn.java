package vn.ocopmarket.storefront.signin;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Account;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.secondfactor.SecondFactorPolicy;
import vn.ocopmarket.storefront.secret.PasswordHashes;

/** Lets a person or a service prove who they are: the first step, by password. */
public final class SigningIn {

    private static final Duration WHEN_BUSY = Duration.ofSeconds(5);

    /** Compared with when nobody may sign in with the address, so that the answer is as for who may, and takes as long. */
    private static final String NOBODYS_HASH = "{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG";

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final SignInAttempts attempts;
    private final SecondFactorPolicy secondFactors;

    SigningIn(Accounts accounts, PasswordHashes hashes, SignInAttempts attempts, SecondFactorPolicy secondFactors) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.attempts = attempts;
        this.secondFactors = secondFactors;
    }

    /** Never empty; an error only when the accounts cannot be read. */
    public Mono<SignIn> signIn(Credentials credentials) {
        return attempts.begin(credentials)
                .<SignIn>map(SignIn.TooManyAttempts::new)
                .switchIfEmpty(Mono.defer(() -> check(credentials)));
    }

    /** What follows for who has proved to own the account by one factor. */
    SignIn next(Account account) {
        var member = account.member();
        if (account.secondFactor()) {
            return new SignIn.Halfway(member, account.generation(), SignIn.Missing.CODE);
        }
        return secondFactors.requiresOf(member)
                ? new SignIn.Halfway(member, account.generation(), SignIn.Missing.SECOND_FACTOR)
                : new SignIn.SignedIn(member, account.generation());
    }

    private Mono<SignIn> check(Credentials credentials) {
        return accounts.byEmail(credentials.email())
                .filter(Account::active)
                .flatMap(account -> compare(credentials, account))
                .switchIfEmpty(Mono.defer(() ->
                        hashes.matches(credentials.password(), NOBODYS_HASH).thenReturn(new SignIn.WrongCredentials())))
                .onErrorReturn(RejectedExecutionException.class, new SignIn.TooManyAttempts(WHEN_BUSY));
    }

    private Mono<SignIn> compare(Credentials credentials, Account account) {
        return hashes.matches(credentials.password(), account.passwordHash())
                .flatMap(matches -> matches
                        ? attempts.succeeded(credentials).thenReturn(next(account))
                        : Mono.just(new SignIn.WrongCredentials()));
    }
}
