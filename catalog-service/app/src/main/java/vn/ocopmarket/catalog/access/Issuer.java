package vn.ocopmarket.catalog.access;

import reactor.core.publisher.Mono;

/** The service that issues tokens and has the accounts. */
public interface Issuer {

    /** Whether the token counts still; never empty, and an error when the issuer cannot be asked. */
    Mono<Boolean> accepts(String token);
}
