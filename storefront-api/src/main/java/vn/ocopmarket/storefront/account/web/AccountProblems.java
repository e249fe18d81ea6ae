package vn.ocopmarket.storefront.account.web;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import vn.ocopmarket.storefront.account.SignIn;
import vn.ocopmarket.storefront.pages.Problem;

/** Refused sign-ins as callers of the API hear of them. */
final class AccountProblems {

    private AccountProblems() {}

    static Problem of(SignIn.Refused refused) {
        return switch (refused) {
            case SignIn.WrongCredentials _ -> Problem.of("wrong-credentials", HttpStatus.UNAUTHORIZED.value());
            case SignIn.TooManyAttempts(var wait) ->
                Problem.of("too-many-attempts", HttpStatus.TOO_MANY_REQUESTS.value(), seconds(wait))
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(wait)))
                        .with("retryAfter", seconds(wait));
        };
    }

    /** Whole seconds, rounded up: who comes back then is looked at. */
    static long seconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
