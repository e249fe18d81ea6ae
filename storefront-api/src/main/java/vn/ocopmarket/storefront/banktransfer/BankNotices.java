package vn.ocopmarket.storefront.banktransfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.banktransfer.domain.BankNotice;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState;

/** Keeps what the bank said and what became of it, for good. */
public interface BankNotices {

    /** A notice and how far it is. */
    record Kept(BankNotice notice, NoticeState state, Instant receivedAt) {

        public String id() {
            return notice.id();
        }
    }

    /** Keeps a notice that is due at once; false when there is one under its id. */
    Mono<Boolean> add(BankNotice notice, Instant now);

    /** Empty when there is none. */
    Mono<Kept> find(String id);

    /** Takes one that a program has to go on with, out of everybody's sight until then; empty when none is due. */
    Mono<Kept> takeDue(Instant now, Instant until);

    /**
     * Moves one that is as it was read; empty when somebody else moved it meanwhile.
     *
     * @param dueAt when a program goes on with it; null when none has to
     */
    Mono<Kept> move(Kept from, NoticeState to, @Nullable Instant dueAt);

    /** Those that somebody has to look at, the oldest first. */
    Flux<Kept> unmatched(int limit);

    /** All. */
    Flux<Kept> all();
}
