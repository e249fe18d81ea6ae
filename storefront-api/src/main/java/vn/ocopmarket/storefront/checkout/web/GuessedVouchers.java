package vn.ocopmarket.storefront.checkout.web;

import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.checkout.PreparationOutcome;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.VoucherRefused;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.promotion.Quote;
import vn.ocopmarket.storefront.throttle.CountingAttempts;
import vn.ocopmarket.storefront.throttle.Limit;
import vn.ocopmarket.storefront.throttle.Origins;

/**
 * Lets nobody try codes until there is one: those that there are not are counted by where they come from. Nothing else counts,
 * since many buyers with good codes may come from one address.
 */
@Component
class GuessedVouchers {

    private static final Limit MISSES = new Limit("unknown voucher", 30, Duration.ofMinutes(10));

    private final CountingAttempts counting;
    private final Origins origins;

    GuessedVouchers(CountingAttempts counting, Origins origins) {
        this.counting = counting;
        this.origins = origins;
    }

    String origin(ServerHttpRequest request) {
        return origins.of(request.getRemoteAddress(), request.getHeaders().getOrEmpty(Origins.FORWARDED_FOR));
    }

    /** The answer, unless too many codes were wrong before. */
    Mono<Quote> quote(String origin, Mono<Quote> answer) {
        return counted(
                origin,
                answer,
                quote -> quote instanceof Quote.Refused refused && refused.why().isUnknown());
    }

    /** The same of a checkout with vouchers. */
    Mono<PreparationOutcome> outcome(String origin, Mono<PreparationOutcome> answer) {
        return counted(
                origin,
                answer,
                outcome -> outcome instanceof VoucherRefused refused
                        && refused.why().isUnknown());
    }

    private <T> Mono<T> counted(String origin, Mono<T> answer, Predicate<T> isMiss) {
        return counting.left(MISSES, origin)
                .flatMap(wait -> Mono.<T>error(tooMany(wait)))
                .switchIfEmpty(answer)
                .flatMap(given ->
                        isMiss.test(given) ? counting.begin(MISSES, origin).then(Mono.just(given)) : Mono.just(given));
    }

    static Problem tooMany(Duration wait) {
        var seconds = Math.max(1, wait.toSeconds());
        return Problem.of("too-many-attempts", 429, seconds)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .with("retryAfter", seconds);
    }
}
