package vn.ocopmarket.storefront.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who is signed in, where every instance of this service finds it and where a restart leaves it. */
public interface Sessions {

    /**
     * What is kept of a session.
     *
     * @param idHash hash of the id that the browser has; who reads the store cannot use it
     * @param generation of the account when it began
     * @param missing until which the session is good for nothing else; null when it is whole
     */
    record Session(
            String idHash,
            String accountId,
            int generation,
            SignIn.@Nullable Missing missing,
            Instant startedAt,
            Instant expiresAt) {}

    Mono<Void> add(Session session);

    /** Empty when there is none; one that has run out may still be found. */
    Mono<Session> find(String idHash);

    Mono<Void> extend(String idHash, Instant expiresAt);

    Mono<Void> end(String idHash);

    Mono<Void> endAllOf(String accountId);
}
