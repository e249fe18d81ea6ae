package vn.ocopmarket.storefront.promotion;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.promotion.domain.Voucher;

/**
 * Uses of vouchers. A use is claimed in its voucher's own document, by one conditional update, and stays open there until its
 * order is confirmed; then it is recorded in a document of its own and leaves the voucher's, which only counts it further.
 * Each method may be repeated, at any time: nothing is remembered of what was given back, and nothing has to be. An open claim
 * is uncounted by the write that takes it off. A recorded use is uncounted by whoever its document names, and that one was
 * announced in the voucher's before, once: the write that uncounts takes the announcement off.
 */
public interface Redemptions {

    /** As many may be open at once; it bounds the voucher's document. */
    int MOST_OPEN = 5_000;

    /**
     * One claim of a use.
     *
     * @param id different at every claim, so that a use is counted once and given back once
     */
    record Claim(String id, String orderId, Money amount, Instant at) {}

    /** A claim of the order, wherever it is. */
    sealed interface Owned {

        String id();

        /** Open, and nobody records it. */
        record Waiting(String id) implements Owned {}

        /** Open, and somebody has begun to record it, which is finished before it is given back. */
        record Recording(Open open) implements Owned {

            @Override
            public String id() {
                return open.claim().id();
            }
        }

        record Recorded(String id) implements Owned {}
    }

    /** An open claim. */
    record Open(String code, Claim claim) {}

    /** A recorded use; given back when its order ended before the goods left. */
    record Use(String orderId, Money amount, Instant at, boolean givenBack) {}

    /**
     * Counts a use for the order, if it has none open, and the voucher has one left.
     *
     * @param today on which the voucher must run, or null when the buyer was promised the use before
     * @return whether it was counted
     */
    Mono<Boolean> claim(Voucher voucher, Claim claim, @Nullable LocalDate today);

    /** Moves the time of the order's open claim; false when it has none. */
    Mono<Boolean> renew(String code, String orderId, Instant at);

    /** What the order has of the voucher and did not give back. */
    Flux<Owned> of(String code, String orderId);

    /** Uncounts an open claim that nobody records; false when there is none (any more). */
    Mono<Boolean> giveBack(String code, String claimId);

    /** The same, unless its order came back to it since it was read. */
    Mono<Boolean> giveBackUnchanged(Open open);

    /** Uncounts an open claim that cannot be recorded, because another claim of its order is; false when there is none. */
    Mono<Boolean> giveBackLate(String code, String claimId);

    /**
     * Says who is about to uncount a recorded use; false when there is no such voucher.
     *
     * @param by new at every call
     */
    Mono<Boolean> announce(String code, String claimId, String by);

    /** Decides who of those that were announced uncounts a recorded use: the first that asks, for good. Empty without a use. */
    Mono<String> decide(String code, String orderId, String claimId, String by);

    /** Uncounts a recorded use, if that was decided and not done, and forgets who was announced. */
    Mono<Void> uncount(String code, String claimId, String decided);

    /** Says of a recorded use that it was given back. */
    Mono<Void> tellGivenBack(String code, String orderId, String claimId);

    /** From here on an open claim is not given back before it is recorded; false when it is not open. */
    Mono<Boolean> beginRecording(String code, String claimId);

    /** Writes a use of its own; false when another claim of the order is written already. */
    Mono<Boolean> record(Open open);

    /** Takes a claim that is recorded off the open ones, counted as it is; false when it is none of them. */
    Mono<Boolean> close(String code, String claimId);

    /** Open claims that are older. */
    Flux<Open> openBefore(Instant moment);

    /** Recorded uses, newest first. */
    Flux<Use> uses(String code, int limit);

    /** How many uses are counted, and how many there are; empty when they changed while they were counted. */
    Mono<Counted> count(String code);

    /** @param found open ones and recorded ones that were not given back */
    record Counted(long used, long found) {}
}
