package vn.ocopmarket.storefront.token;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The key pairs that tokens are signed with, kept where every instance of this service finds them. */
public interface SigningKeys {

    /** All that are still published, in order of their numbers. */
    Flux<SigningKey> all();

    /** False when another instance took the number first. */
    Mono<Boolean> add(SigningKey key);

    /** Nothing happens when it is gone already. */
    Mono<Void> remove(int number);

    /**
     * The one with the highest number signs as soon as every instance knows it; the others stay published so that what they signed is still accepted.
     *
     * @param number 1 for the first
     * @param privateJwk the pair as a JSON Web Key with its key id
     */
    record SigningKey(int number, String privateJwk, Instant createdAt) {}
}
