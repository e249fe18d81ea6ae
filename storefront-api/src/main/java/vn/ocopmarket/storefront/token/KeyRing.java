package vn.ocopmarket.storefront.token;

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
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.storefront.token.SigningKeys.SigningKey;

/**
 * The key pairs in use. A new one stands beside the old for a while before it signs, until every instance has read it; the old
 * one stays published until no token that it signed counts any more.
 */
public final class KeyRing {

    private static final int KEY_BITS = 2048;
    private static final Duration READ_AGAIN = Duration.ofMinutes(5);
    private static final Duration SETTLING = READ_AGAIN.multipliedBy(2);

    private final SigningKeys stored;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Mono<List<Pair>> keys;

    KeyRing(SigningKeys stored, Clock clock, Scheduler scheduler) {
        this.stored = stored;
        this.clock = clock;
        this.scheduler = scheduler;
        this.keys = stored.all()
                .map(key -> new Pair(parse(key), key.createdAt()))
                .collectList()
                .cache(found -> found.isEmpty() ? Duration.ZERO : READ_AGAIN, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** The pair that signs from a moment on; until then every instance and every other service gets to know it. */
    public record Rotation(String keyId, Instant signsFrom) {}

    private record Pair(RSAKey key, Instant createdAt) {}

    /** Makes the first pair when there is none; harmless when several instances start at once. */
    Mono<Void> ensureOne() {
        return stored.all().hasElements().flatMap(some -> some ? Mono.empty() : add(1));
    }

    /**
     * Adds a pair when the newest is that old, and takes away those whose successor has signed for longer than a token lasts.
     * Harmless when several instances do it at once: a number is taken once.
     */
    Mono<Void> rotate(Duration age, Duration tokenLifetime) {
        return stored.all().collectList().filter(all -> !all.isEmpty()).flatMap(all -> {
            var now = clock.instant();
            var newest = all.getLast();
            var outdated = Flux.fromIterable(all.subList(0, all.size() - 1))
                    .filter(key -> now.isAfter(
                            successor(all, key).createdAt().plus(SETTLING).plus(tokenLifetime)))
                    .concatMap(key -> stored.remove(key.number()));
            return newest.createdAt().plus(age).isAfter(now)
                    ? outdated.then()
                    : outdated.then(Mono.defer(() -> add(newest.number() + 1)));
        });
    }

    /**
     * Adds a pair now, whatever the age of the newest; never empty. Harmless to repeat and for several at once: as long as one
     * has not begun to sign, it is the one.
     */
    public Mono<Rotation> rotateNow() {
        return stored.all().collectList().flatMap(all -> {
            var newest = all.getLast();
            var settled = clock.instant().minus(SETTLING);
            return all.size() > 1 && newest.createdAt().isAfter(settled)
                    ? Mono.just(rotation(newest))
                    : add(newest.number() + 1).then(newest());
        });
    }

    private Mono<Rotation> newest() {
        return stored.all().last().map(KeyRing::rotation);
    }

    private static Rotation rotation(SigningKey key) {
        return new Rotation(parse(key).getKeyID(), key.createdAt().plus(SETTLING));
    }

    private static SigningKey successor(List<SigningKey> all, SigningKey key) {
        return all.get(all.indexOf(key) + 1);
    }

    /** All pairs whose signatures count; their private halves stay in this service. */
    public Flux<JWK> keys() {
        return keys.flatMapIterable(found -> found).map(Pair::key);
    }

    /** The public halves as a JSON Web Key Set. */
    public Mono<String> published() {
        return keys().collectList()
                .map(found -> new JWKSet(found).toPublicJWKSet().toString());
    }

    /** The pair that signs now. Empty before {@link #ensureOne()}. */
    Mono<RSAKey> signing() {
        return keys.filter(found -> !found.isEmpty()).map(found -> {
            var settled = clock.instant().minus(SETTLING);
            return found.stream()
                    .filter(pair -> !pair.createdAt().isAfter(settled))
                    .reduce((_, later) -> later)
                    .orElse(found.getFirst())
                    .key();
        });
    }

    private Mono<Void> add(int number) {
        return Mono.fromCallable(KeyRing::generate)
                .subscribeOn(scheduler)
                .flatMap(key -> stored.add(new SigningKey(number, key.toJSONString(), clock.instant())))
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
