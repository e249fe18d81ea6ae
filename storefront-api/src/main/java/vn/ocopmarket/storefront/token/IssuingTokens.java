package vn.ocopmarket.storefront.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.storefront.account.StaffMember;

/** Issues the short-lived tokens with which staff tools, and this service on behalf of its staff, call the APIs. */
public final class IssuingTokens {

    /** A signed token and the moment from which nobody accepts it. */
    public record Issued(String accessToken, Instant expiresAt) {}

    private final KeyRing keys;
    private final TokenSettings settings;
    private final Clock clock;
    private final Scheduler scheduler;

    IssuingTokens(KeyRing keys, TokenSettings settings, Clock clock, Scheduler scheduler) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** Never empty; an error when there is no key to sign with. */
    public Mono<Issued> issueTo(StaffMember member) {
        return keys.signing()
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("There is no signing key")))
                .publishOn(scheduler)
                .map(key -> sign(member, key));
    }

    private Issued sign(StaffMember member, RSAKey key) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expiresAt = now.plus(settings.lifetime());
        var claims = TokenClaims.write(member)
                .issuer(settings.issuer())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .build();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The token cannot be signed", e);
        }
        return new Issued(token.serialize(), expiresAt);
    }
}
