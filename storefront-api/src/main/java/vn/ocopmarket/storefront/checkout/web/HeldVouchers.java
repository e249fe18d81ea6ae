package vn.ocopmarket.storefront.checkout.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.checkout.PreparationOutcome;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.checkout.PreparationRequest;
import vn.ocopmarket.storefront.checkout.PreparingCheckout;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.throttle.CountingAttempts;
import vn.ocopmarket.storefront.throttle.Limit;

/**
 * Lets nobody hold many uses of vouchers by orders that are not paid. An order holds its uses as long as its goods; new ones
 * are counted by where they come from and by their e-mail address. What is paid on delivery holds nothing for nothing, what
 * is refused is not counted, and whoever asks again for an order that is there gets its answer however many there are.
 */
@Component
class HeldVouchers {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Limit FROM_THERE = new Limit("vouchers held from there", 20, WINDOW);
    private static final Limit OF_BUYER = new Limit("vouchers held by a buyer", 5, WINDOW);

    private final PreparingCheckout preparing;
    private final CountingAttempts counting;
    private final GuessedVouchers guessed;

    HeldVouchers(PreparingCheckout preparing, CountingAttempts counting, GuessedVouchers guessed) {
        this.preparing = preparing;
        this.counting = counting;
        this.guessed = guessed;
    }

    private record Counter(Limit limit, String whose) {}

    /** The outcome, unless too many uses are held or too many codes were wrong before. */
    Mono<PreparationOutcome> outcome(String origin, PreparationRequest asked, Mono<PreparationOutcome> answer) {
        if (asked.vouchers().isEmpty()) {
            return answer;
        }
        var told = guessed.outcome(origin, answer);
        return asked.method() == PaymentMethod.CASH_ON_DELIVERY ? told : counted(origin, asked, told);
    }

    private static List<Counter> counters(String origin, PreparationRequest asked) {
        var counters = new ArrayList<>(List.of(new Counter(FROM_THERE, origin)));
        var email = asked.contact().email();
        if (email != null && !email.isBlank()) {
            counters.add(new Counter(OF_BUYER, email.strip().toLowerCase(Locale.ROOT)));
        }
        return counters;
    }

    private Mono<PreparationOutcome> counted(String origin, PreparationRequest asked, Mono<PreparationOutcome> answer) {
        var counters = counters(origin, asked);
        return Flux.fromIterable(counters)
                .concatMap(counter -> counting.begin(counter.limit(), counter.whose()))
                .collectList()
                .flatMap(waits -> waits.isEmpty()
                        ? answer.flatMap(outcome -> holdsAnew(outcome)
                                ? Mono.just(outcome)
                                : forgive(counters).thenReturn(outcome))
                        : forgive(counters)
                                .then(Mono.defer(() -> preparing.isRepeated(asked)))
                                .flatMap(again -> again ? answer : Mono.error(tooMany(waits))));
    }

    private static Problem tooMany(List<Duration> waits) {
        return GuessedVouchers.tooMany(waits.stream().max(Duration::compareTo).orElseThrow());
    }

    private static boolean holdsAnew(PreparationOutcome outcome) {
        return outcome instanceof Prepared prepared && !prepared.replayed();
    }

    private Mono<Void> forgive(List<Counter> counters) {
        return Flux.fromIterable(counters)
                .concatMap(counter -> counting.forgive(counter.limit(), counter.whose()))
                .then();
    }
}
