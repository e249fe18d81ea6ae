package vn.ocopmarket.storefront.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.signin.SignIn;

/** Issues the short-lived tokens with which staff tools, and this service on behalf of its staff, call the APIs. */
public final class IssuingTokens {

    /** A signed token and the moment from which nobody accepts it. */
    public record Issued(String accessToken, Instant expiresAt) {}

    private static final Duration ON_BEHALF = Duration.ofMinutes(1);

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

    /** For who signed in by the API; it counts as long as the account stays as it is. Never empty; an error without a key. */
    public Mono<Issued> issueTo(SignIn.SignedIn signedIn) {
        return issue(
                TokenClaims.write(signedIn.member()).claim(TokenClaims.GENERATION, signedIn.generation()),
                settings.lifetime());
    }

    /**
     * For one call to another service on behalf of who is signed in here: it ends before anybody could take the right away that
     * it speaks of. This service does not accept it. Never empty; an error without a key.
     */
    public Mono<Issued> issueTo(StaffMember member) {
        return issue(TokenClaims.write(member), ON_BEHALF);
    }

    private Mono<Issued> issue(JWTClaimsSet.Builder claims, Duration lifetime) {
        return keys.signing()
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("There is no signing key")))
                .publishOn(scheduler)
                .map(key -> sign(claims, lifetime, key));
    }

    private Issued sign(JWTClaimsSet.Builder about, Duration lifetime, RSAKey key) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expiresAt = now.plus(lifetime);
        var claims = about.issuer(settings.issuer())
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
