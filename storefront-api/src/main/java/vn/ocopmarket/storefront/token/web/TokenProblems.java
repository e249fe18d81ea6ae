package vn.ocopmarket.storefront.token.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.signin.SignIn;

/** Refused sign-ins as callers of the API hear of them. */
final class TokenProblems {

    private TokenProblems() {}

    static Problem of(SignIn.Halfway halfway) {
        var missing = switch (halfway.missing()) {
            case CODE -> "code";
            case SECOND_FACTOR -> "secondFactor";
        };
        return Problem.of("second-factor-needed", HttpStatus.UNAUTHORIZED.value())
                .with("missing", missing);
    }

    static Problem of(SignIn.Refused refused) {
        return switch (refused) {
            case SignIn.WrongCredentials _ -> Problem.of("wrong-credentials", HttpStatus.UNAUTHORIZED.value());
            case SignIn.WrongCode _ -> Problem.of("wrong-code", HttpStatus.UNAUTHORIZED.value());
            case SignIn.TooManyAttempts later ->
                Problem.of("too-many-attempts", HttpStatus.TOO_MANY_REQUESTS.value(), later.seconds())
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()))
                        .with("retryAfter", later.seconds());
        };
    }
}
