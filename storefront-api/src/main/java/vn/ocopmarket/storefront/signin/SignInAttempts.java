package vn.ocopmarket.storefront.signin;

import java.time.Duration;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.throttle.CountingAttempts;
import vn.ocopmarket.storefront.throttle.Limit;

/**
 * Slows down guessing. Attempts are counted for an account as seen from one network address, so that a stranger elsewhere
 * cannot lock its owner out, and for the address over all accounts, so that one list of passwords cannot be tried on everyone.
 */
final class SignInAttempts {

    private static final Limit OF_ACCOUNT = new Limit("password of account", 8, Duration.ofMinutes(4));
    private static final Limit OF_ADDRESS = new Limit("password from address", 60, Duration.ofMinutes(2));

    private final CountingAttempts counting;

    SignInAttempts(CountingAttempts counting) {
        this.counting = counting;
    }

    /** How long to wait before the next attempt is looked at. Empty when it is looked at now. */
    Mono<Duration> begin(Credentials credentials) {
        return counting.begin(OF_ADDRESS, credentials.origin())
                .switchIfEmpty(counting.begin(OF_ACCOUNT, account(credentials)));
    }

    /** A success is not held against anyone. */
    Mono<Void> succeeded(Credentials credentials) {
        return Mono.when(
                counting.forgive(OF_ADDRESS, credentials.origin()), counting.forgive(OF_ACCOUNT, account(credentials)));
    }

    private static String account(Credentials credentials) {
        return credentials.origin() + " " + credentials.email();
    }
}
