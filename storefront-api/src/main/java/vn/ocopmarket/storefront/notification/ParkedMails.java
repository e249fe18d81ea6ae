package vn.ocopmarket.storefront.notification;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Letters that nobody tries to send any more; inside this feature only. */
public interface ParkedMails {

    /**
     * One of them.
     *
     * @param why words of the server, without addresses
     */
    record ParkedMail(String id, String subject, String to, String why, int attempts, Instant since) {

        @Override
        public String toString() {
            return "ParkedMail[" + id + "]";
        }
    }

    /** The oldest first. */
    Flux<ParkedMail> parked(int limit);

    /** Is tried again from the beginning; false when it is not parked. */
    Mono<Boolean> replay(String id, Instant due);

    /** Nobody will send it; false when it is not parked. */
    Mono<Boolean> drop(String id, String why, String by, Instant at);
}
