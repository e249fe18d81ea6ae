package vn.ocopmarket.storefront.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.storefront.account.SigningKeys.SigningKey;

/** The key pairs in use. A new one added beside the old is taken up by every instance within minutes. */
public final class KeyRing {

    private static final int KEY_BITS = 2048;
    private static final Duration READ_AGAIN = Duration.ofMinutes(5);

    private final SigningKeys stored;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Mono<List<RSAKey>> keys;

    KeyRing(SigningKeys stored, Clock clock, Scheduler scheduler) {
        this.stored = stored;
        this.clock = clock;
        this.scheduler = scheduler;
        this.keys = stored.all()
                .map(KeyRing::parse)
                .collectList()
                .cache(found -> found.isEmpty() ? Duration.ZERO : READ_AGAIN, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** Makes the first pair when there is none; harmless when several instances start at once. */
    Mono<Void> ensureOne() {
        return stored.all().hasElements().flatMap(some -> some ? Mono.empty() : addFirst());
    }

    /** All pairs whose signatures count; their private halves stay in this service. */
    public Flux<JWK> keys() {
        return keys.flatMapIterable(found -> found);
    }

    /** The public halves as a JSON Web Key Set. */
    public Mono<String> published() {
        return keys.map(
                found -> new JWKSet(List.<JWK>copyOf(found)).toPublicJWKSet().toString());
    }

    /** The pair that signs now. Empty before {@link #ensureOne()}. */
    Mono<RSAKey> signing() {
        return keys.filter(found -> !found.isEmpty()).map(List::getLast);
    }

    private Mono<Void> addFirst() {
        return Mono.fromCallable(KeyRing::generate)
                .subscribeOn(scheduler)
                .flatMap(key -> stored.add(new SigningKey(1, key.toJSONString(), clock.instant())))
                .then();
    }

    private static RSAKey generate() throws JOSEException {
        return new RSAKeyGenerator(KEY_BITS)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint(true)
                .generate();
    }

    private static RSAKey parse(SigningKey key) {
        try {
            return RSAKey.parse(key.privateJwk());
        } catch (ParseException e) {
            throw new IllegalStateException("Signing key %d cannot be read".formatted(key.number()), e);
        }
    }
}
