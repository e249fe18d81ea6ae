package vn.ocopmarket.storefront.token;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.StaffAuthentication;

/** Whom a checked token stands for. */
final class StaffOfTokens implements Converter<Jwt, Mono<StaffAuthentication>> {

    @Override
    public Mono<StaffAuthentication> convert(Jwt token) {
        return Mono.just(new StaffAuthentication(TokenClaims.read(token.getClaims())));
    }
}
