package vn.ocopmarket.storefront.token;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.StaffAuthentication;

/**
 * Whom a checked token stands for: the account as it is now, and nobody once the account is inactive or in another generation.
 * So a token ends with the sessions, and a role that was taken away counts no longer.
 */
final class StaffOfTokens implements Converter<Jwt, Mono<StaffAuthentication>> {

    private final Accounts accounts;

    StaffOfTokens(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Never empty; an {@link InvalidBearerTokenException} when the token counts no more. */
    @Override
    public Mono<StaffAuthentication> convert(Jwt token) {
        return token.getClaim(TokenClaims.GENERATION) instanceof Number generation
                ? accounts.byId(String.valueOf(token.getSubject()))
                        .filter(account -> account.active() && account.generation() == generation.intValue())
                        .map(account -> new StaffAuthentication(account.member()))
                        .switchIfEmpty(refused())
                : refused();
    }

    private static Mono<StaffAuthentication> refused() {
        return Mono.error(() -> new InvalidBearerTokenException("It counts no more"));
    }
}
