package vn.ocopmarket.storefront.secondfactor;

import java.time.Duration;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Account;
import vn.ocopmarket.storefront.secondfactor.domain.TypedCode;
import vn.ocopmarket.storefront.throttle.CountingAttempts;
import vn.ocopmarket.storefront.throttle.Limit;

/**
 * Slows down the guessing of codes. Only who knows the password comes this far, so that no stranger can use up the attempts of
 * an account. Who stole the password can, from anywhere, for at most an hour at a time: that is the price of a code that has
 * six digits. The owner then has a letter, recovery codes, which are not counted so, and with a new password another count.
 */
final class CodeLimits {

    private static final Limit OF_ADDRESS = new Limit("code from address", 8, Duration.ofMinutes(4));
    private static final Limit OF_ACCOUNT = new Limit("code of account", 20, Duration.ofHours(1));

    private final CountingAttempts counting;
    private final WarningOwners warning;

    CodeLimits(CountingAttempts counting, WarningOwners warning) {
        this.counting = counting;
        this.warning = warning;
    }

    /** How long to wait. Empty when the code is looked at now. */
    Mono<Duration> begin(Account account, TypedCode code, String origin) {
        var fromAddress = counting.begin(OF_ADDRESS, from(account, origin));
        return code instanceof TypedCode.Recovery
                ? fromAddress
                : fromAddress.switchIfEmpty(
                        counting.begin(OF_ACCOUNT, of(account)).delayUntil(_ -> warning.ofGuessing(account.member())));
    }

    Mono<Void> succeeded(Account account, TypedCode code, String origin) {
        var fromAddress = counting.forgive(OF_ADDRESS, from(account, origin));
        return code instanceof TypedCode.Recovery
                ? fromAddress
                : fromAddress.then(counting.forgive(OF_ACCOUNT, of(account)));
    }

    private static String from(Account account, String origin) {
        return origin + " " + of(account);
    }

    private static String of(Account account) {
        return account.member().accountId() + " " + account.generation();
    }
}
