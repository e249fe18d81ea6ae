package vn.ocopmarket.storefront.secret;

import java.time.Duration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Makes and checks password hashes, which is slow on purpose, away from the threads that answer requests. */
public final class PasswordHashes {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final Scheduler passwords;

    public PasswordHashes(Scheduler passwords) {
        this.passwords = passwords;
    }

    /** Fails with a {@link java.util.concurrent.RejectedExecutionException} when too many wait already. */
    public Mono<Boolean> matches(String password, String hash) {
        return Mono.fromCallable(() -> encoder.matches(password, hash))
                .subscribeOn(passwords)
                .timeout(LONGEST_WAIT);
    }

    /** Never empty. */
    public Mono<String> hash(String password) {
        return Mono.fromCallable(() -> encoder.encode(password))
                .subscribeOn(passwords)
                .timeout(LONGEST_WAIT);
    }
}
