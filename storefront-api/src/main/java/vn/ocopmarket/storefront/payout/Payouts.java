package vn.ocopmarket.storefront.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.payout.domain.Difference;
import vn.ocopmarket.storefront.payout.domain.PayoutReport;

/** Keeps what was seen of payouts. */
public interface Payouts {

    /** Puts it in the place of what an earlier look saw of the same payout. */
    Mono<Void> keep(PayoutReport report, Instant lookedAt);

    /** Newest first, from the one after {@code before}. */
    Flux<PayoutReport> page(@Nullable String before, int limit);

    /** Empty when there is none. */
    Mono<PayoutReport> find(String id);

    /** Which of these orders some payout has money of. */
    Flux<String> paidOut(Collection<String> orderIds);

    /** What the last look found that is in no payout. */
    record Look(Instant at, int payouts, List<Difference> missing) {

        public Look {
            missing = List.copyOf(missing);
        }
    }

    /** Puts it in the place of an earlier one. */
    Mono<Void> keep(Look look);

    /** Empty before the first. */
    Mono<Look> lastLook();

    /** True for one instance a day, or for another when that one died with its lease. */
    Mono<Boolean> lease(LocalDate day, Instant now, Instant until);

    /** Today's look is done. */
    Mono<Void> done(LocalDate day);
}
