package vn.ocopmarket.storefront.buyer;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Codes that were sent and not used yet; inside this feature only. */
public interface SignInCodes {

    /**
     * What is kept of a code.
     *
     * @param ticketHash of what the browser that asked has, without which the code is worth nothing
     * @param codeHash of code and ticket together: who reads the store cannot try all codes
     * @param tries that were made with it
     */
    record SentCode(String ticketHash, String email, String codeHash, int tries, Instant expiresAt) {

        @Override
        public String toString() {
            return "SentCode[…]";
        }
    }

    Mono<Void> add(SentCode code);

    /** Counts a try and gives the code with it; empty when there is none, it ran out, or was tried so often already. */
    Mono<SentCode> tried(String ticketHash, int most, Instant now);

    /** Uses it up; false when somebody else did. */
    Mono<Boolean> use(String ticketHash);
}
