package vn.ocopmarket.storefront.recall;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Who was told of recalls, and what staff found on their shelves. Every call can be repeated. */
public interface Notices {

    /** What is on record of the recall of a lot; {@link Recorded#NONE} when nothing is. */
    Mono<Recorded> of(String lotId);

    /**
     * Takes the turn to tell of a recall, of all instances one, until the given moment. False when it is taken; who dies
     * loses it then.
     */
    Mono<Boolean> turn(String lotId, Instant now, Instant until);

    /** Notes that somebody was told; once, a later note changes nothing. */
    Mono<Void> told(String lotId, Told told);

    /** Notes what was found at a location; a later check takes the place of an earlier one. */
    Mono<Void> checked(String lotId, Check check);

    /** Everything on record of one recall. */
    record Recorded(List<Told> told, List<Check> checks) {

        public static final Recorded NONE = new Recorded(List.of(), List.of());

        public Recorded {
            told = List.copyOf(told);
            checks = List.copyOf(checks);
        }

        public boolean hasTold(String key) {
            return told.stream().anyMatch(one -> one.key().equals(key));
        }
    }

    /**
     * That somebody was told.
     *
     * @param key an order's id, or a location's with an account's
     * @param byMail false when there is no address, so that somebody has to call
     */
    record Told(String key, boolean byMail, Instant at) {}

    /**
     * What staff of a location found.
     *
     * @param setAside units of the lot that were taken off the shelf
     * @param by id of the account
     */
    record Check(String locationId, long setAside, String words, String by, Instant at) {}
}
