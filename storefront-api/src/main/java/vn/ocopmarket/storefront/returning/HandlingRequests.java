package vn.ocopmarket.storefront.returning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.SetAside;
import vn.ocopmarket.storefront.returning.BuyerRequests.Due;
import vn.ocopmarket.storefront.returning.RequestOutcome.CameMeanwhile;
import vn.ocopmarket.storefront.returning.RequestOutcome.Done;
import vn.ocopmarket.storefront.returning.RequestOutcome.NotNow;
import vn.ocopmarket.storefront.returning.RequestOutcome.NotPossible;
import vn.ocopmarket.storefront.returning.RequestOutcome.TooMany;
import vn.ocopmarket.storefront.returning.RequestOutcome.TooManyOf;
import vn.ocopmarket.storefront.returning.RequestOutcome.Unknown;
import vn.ocopmarket.storefront.returning.RequestOutcome.UnknownLocation;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest.Kind;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest.Step;
import vn.ocopmarket.storefront.returning.domain.GoodsWithBuyer.Judgement;
import vn.ocopmarket.storefront.returning.domain.Reception;
import vn.ocopmarket.storefront.returning.domain.RequestState;

/**
 * Staff decide about requests and receive what comes back. A step is written down first, by one conditional write that only
 * one of two clerks wins; what follows from it (stock, money, the letter) has ids that come from the request's, so each
 * happens once, and what a crash left half done is finished by whoever asks again or by the worker.
 */
public final class HandlingRequests {

    private static final Logger LOG = LoggerFactory.getLogger(HandlingRequests.class);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 7;
    private static final int MOST_FAILURES = 20;
    private static final int BATCH = 100;

    private final BuyerRequests requests;
    private final Consequences consequences;
    private final Locations locations;
    private final JudgingLots lots;
    private final SettlingByHand byHand;
    private final Clock clock;

    HandlingRequests(
            BuyerRequests requests,
            Consequences consequences,
            Locations locations,
            JudgingLots lots,
            SettlingByHand byHand,
            Clock clock) {
        this.requests = requests;
        this.consequences = consequences;
        this.byHand = byHand;
        this.locations = locations;
        this.lots = lots;
        this.clock = clock;
    }

    /**
     * Who does something.
     *
     * @param words to the buyer, or null
     */
    public record Deed(String by, @Nullable String words) {}

    /** Agrees; then goods are awaited, or the order is cancelled. */
    public Mono<RequestOutcome> approve(String id, Deed deed) {
        return step(id, RequestState.APPROVED, deed);
    }

    /** Does not agree, or not any more. */
    public Mono<RequestOutcome> refuse(String id, Deed deed) {
        return step(id, RequestState.REFUSED, deed);
    }

    /**
     * The money went back in another way than by this request, whose own way was closed.
     *
     * @param reference of the transfer by which somebody sent it; null when it was settled without one
     */
    public Mono<RequestOutcome> settledOtherwise(String id, Deed deed, @Nullable String reference) {
        return requests.find(id)
                .flatMap(request -> request.isStuckAtItsMoney()
                        ? byHand.refusal(request, deed.by(), reference)
                                .<RequestOutcome>map(refused -> refused)
                                .switchIfEmpty(Mono.defer(() -> settle(request, deed, reference)))
                        : Mono.just(notNow(request)))
                .defaultIfEmpty(new Unknown());
    }

    private Mono<RequestOutcome> settle(BuyerRequest request, Deed deed, @Nullable String reference) {
        var to = Consequences.afterRefund(request);
        var step = new Step(to, clock.instant(), deed.by(), deed.words(), reference);
        return carriedOut(request.id(), requests.settleOtherwise(request, step, dueSoon()));
    }

    /** What did not come yet is not awaited any more. */
    public Mono<RequestOutcome> close(String id, Deed deed) {
        return requests.find(id)
                .flatMap(request -> request.state() == RequestState.PARTLY_REFUNDED
                        ? step(request, toStep(RequestState.REFUNDED, deed))
                        : Mono.just(notNow(request)))
                .defaultIfEmpty(new Unknown());
    }

    /** Tries again what did not go on by itself; nobody settles it in another way meanwhile. */
    public Mono<RequestOutcome> tryAgain(String id) {
        return carriedOut(id, requests.find(id).flatMap(request -> requests.resume(request, dueSoon())));
    }

    /**
     * Goods are here, all that is awaited or some of it: they go to the shelf, or beside it, and the money for exactly
     * these units goes back. An error means that it is not known how far it got: receive again with the same key, or leave
     * it to the worker.
     *
     * @param before how many parcels had come as far as whoever receives knows: two who have the same one before them say
     *     the same, and only one of them receives it
     */
    public Mono<RequestOutcome> receive(String id, int before, Reception reception, Deed deed) {
        return requests.find(id)
                .flatMap(request -> receive(request, before, reception, deed))
                .defaultIfEmpty(new Unknown())
                .timeout(TIMEOUT);
    }

    private Mono<RequestOutcome> receive(BuyerRequest request, int before, Reception reception, Deed deed) {
        if (request.receptionOf(reception.key()).isPresent()) {
            return saidAgain(request);
        }
        if (request.kind() != Kind.RETURN || !request.allowed().contains(RequestState.RECEIVED)) {
            return Mono.just(notNow(request));
        }
        if (request.receptions().size() != before) {
            return Mono.just(new CameMeanwhile(request.receptions().size()));
        }
        var tooMuch = reception.tooMuchFor(request);
        if (tooMuch != null || reception.parts().isEmpty()) {
            return Mono.just(
                    tooMuch == null ? new NotPossible("NOTHING") : new TooMany(tooMuch, request.awaited(tooMuch)));
        }
        return locations
                .find(reception.locationId())
                .filter(_ -> SetAside.of(reception.locationId()).isEmpty())
                .flatMap(_ -> lots.judge(request, reception)
                        .switchIfEmpty(Mono.error(() ->
                                new IllegalStateException("The order of request " + request.id() + " is not there"))))
                .flatMap(judged -> switch (judged) {
                    case Judgement.Known(var known) -> step(request, toStep(RequestState.RECEIVED, deed), known);
                    case Judgement.Unsaid _ -> Mono.just(new NotPossible("OWNERSHIP"));
                    case Judgement.TooManyOf(var sku, var owner, var left) ->
                        Mono.just(new TooManyOf(sku, owner, left));
                })
                .defaultIfEmpty(new UnknownLocation(reception.locationId()));
    }

    /** When the worker looks at what was not finished at once. */
    Instant dueSoon() {
        return clock.instant().plus(SOON);
    }

    Mono<RequestOutcome> step(BuyerRequest request, Step step) {
        return step(request, step, null);
    }

    /** Does what follows from where the request is; what fails is done later. Never empty. */
    Mono<BuyerRequest> goOn(BuyerRequest request) {
        return Mono.defer(() -> carryOn(request)).onErrorResume(failure -> {
            LOG.warn("Request {} goes on later: {}", request.id(), failure.toString());
            return Mono.just(request);
        });
    }

    /** What was begun before and never ended; gives how many there were. One that fails stops no other. */
    Mono<Long> finishDue() {
        return requests.due(clock.instant(), BATCH)
                .concatMap(due -> Mono.defer(() -> carryOn(due.request()))
                        .then()
                        .onErrorResume(failure -> later(due, failure))
                        .thenReturn(due))
                .count();
    }

    /** Later and later, so that it stands in nobody's way; in the end somebody has to look at it. */
    private Mono<Void> later(Due due, Throwable failure) {
        var request = due.request();
        LOG.warn("Request {} goes on later: {}", request.id(), failure.toString());
        if (due.failures() + 1 >= MOST_FAILURES) {
            return requests.stuck(request, BuyerRequest.FAILED).then().onErrorComplete();
        }
        var pause = SOON.multipliedBy(1L << Math.min(due.failures(), MOST_DOUBLINGS));
        var at = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        return requests.later(request, at).onErrorComplete();
    }

    private Mono<BuyerRequest> carryOn(BuyerRequest request) {
        return consequences.of(request).flatMap(next -> switch (next) {
            case Consequences.Next.Settled _ -> requests.settled(request).defaultIfEmpty(request);
            case Consequences.Next.Stuck(var trouble) ->
                requests.stuck(request, trouble).defaultIfEmpty(request);
            case Consequences.Next.Follows(var state, var words) ->
                requests.step(request, new Step(state, clock.instant(), null, words), null, dueSoon())
                        .switchIfEmpty(requests.find(request.id()))
                        .flatMap(this::carryOn);
        });
    }

    private Mono<RequestOutcome> step(String id, RequestState to, Deed deed) {
        return requests.find(id)
                .flatMap(request -> request.wasLastDecided(to, deed.by(), deed.words())
                        ? saidAgain(request)
                        : step(request, toStep(to, deed)))
                .defaultIfEmpty(new Unknown());
    }

    /** Whoever did not hear what became of a deed does it again, and is told how it stands. */
    private Mono<RequestOutcome> saidAgain(BuyerRequest request) {
        return request.trouble() == null ? goOn(request).map(Done::new) : Mono.just(new Done(request));
    }

    /** Somebody who wants what is so already, and was not first, is told how it stands. */
    private Mono<RequestOutcome> step(BuyerRequest request, Step step, @Nullable Reception reception) {
        return request.allowed().contains(step.to())
                ? carriedOut(request.id(), requests.step(request, step, reception, dueSoon()))
                : Mono.just(notNow(request));
    }

    private Mono<RequestOutcome> carriedOut(String id, Mono<BuyerRequest> changed) {
        return changed.flatMap(this::goOn)
                .<RequestOutcome>map(Done::new)
                .switchIfEmpty(Mono.defer(() -> requests.find(id).map(HandlingRequests::notNow)))
                .defaultIfEmpty(new Unknown());
    }

    private Step toStep(RequestState to, Deed deed) {
        return new Step(to, clock.instant(), deed.by(), deed.words());
    }

    private static RequestOutcome notNow(BuyerRequest request) {
        return new NotNow(request.state(), request.allowed());
    }
}
