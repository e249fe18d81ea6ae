package vn.ocopmarket.storefront.returning;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.returning.HandlingRequests.Deed;
import vn.ocopmarket.storefront.returning.RequestOutcome.Done;
import vn.ocopmarket.storefront.returning.RequestOutcome.NotPossible;
import vn.ocopmarket.storefront.returning.RequestOutcome.TooMany;
import vn.ocopmarket.storefront.returning.RequestOutcome.Unknown;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest.Kind;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest.Line;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest.Step;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest.Wish;
import vn.ocopmarket.storefront.returning.domain.RequestState;

/**
 * Lets the buyer ask: to send goods back while the days for it last, to end an order that is packed, or to have less of one
 * that is not.
 */
public final class AskingStaff {

    private static final int MOST_REQUESTS = 20;
    private static final int TRIES = 10;

    private final BuyerRequests requests;
    private final LookingAtOrders looking;
    private final HandlingRequests handling;
    private final Clock clock;

    AskingStaff(BuyerRequests requests, LookingAtOrders looking, HandlingRequests handling, Clock clock) {
        this.requests = requests;
        this.looking = looking;
        this.handling = handling;
        this.clock = clock;
    }

    /** Units of a SKU. */
    public record Wanted(String sku, long units) {}

    /** What the buyer writes. */
    public record Words(String reason, @Nullable String note) {}

    /** What can be asked of the order now; empty when there is no such order. */
    public Mono<Asking> of(String orderId) {
        return looking.at(orderId);
    }

    /**
     * Asks to send goods back. Of requests that are made at once each sees the others: no unit is in two of them. An error
     * means that it is not known how it ended: ask again with the same key.
     */
    public Mono<RequestOutcome> askToReturn(String orderId, String key, List<Wanted> wanted, Words words) {
        return ask(orderId, key, TRIES, asking -> {
            if (asking.reasons().isEmpty()) {
                return new NotPossible("TOO_LATE");
            }
            if (wanted.isEmpty()) {
                return new NotPossible("NOTHING_CHOSEN");
            }
            if (!asking.reasons().contains(words.reason())) {
                return new NotPossible("REASON");
            }
            var units = merged(wanted);
            for (var each : units.entrySet()) {
                var item = asking.item(each.getKey());
                if (item == null || each.getValue() < 1 || each.getValue() > item.left()) {
                    return new TooMany(each.getKey(), item == null ? 0 : item.left());
                }
            }
            var lines = asking.items().stream()
                    .filter(item -> units.containsKey(item.sku()))
                    .map(item -> new Line(item.sku(), item.name(), Objects.requireNonNull(units.get(item.sku()))))
                    .toList();
            return new Done(draft(asking, Kind.RETURN, wish(asking, key, lines, words)));
        });
    }

    /** Asks to end an order that is packed and has not left. */
    public Mono<RequestOutcome> askToCancel(String orderId, String key, @Nullable String note) {
        return ask(
                orderId,
                key,
                TRIES,
                asking -> asking.mayCancel()
                        ? new Done(draft(
                                asking, Kind.CANCEL, wish(asking, key, List.of(), new Words("CHANGED_MIND", note))))
                        : new NotPossible("NOT_PACKED"));
    }

    /**
     * Takes units out of an order before they are packed: who may cancel it may have less of it, so nobody has to agree. What
     * stays must be worth what its vouchers ask for.
     */
    public Mono<RequestOutcome> drop(String orderId, String key, List<Wanted> wanted, @Nullable String note) {
        var step = new Step(RequestState.ASKED, clock.instant(), null, note);
        return ask(
                orderId,
                key,
                TRIES,
                asking -> drop(asking, key, merged(wanted), new Words("CHANGED_MIND", note), step, true));
    }

    /** The same, because it cannot be sent: then the buyer keeps what vouchers took off the rest. */
    public Mono<RequestOutcome> dropByStaff(String orderId, String key, List<Wanted> wanted, Deed deed) {
        var step = new Step(RequestState.ASKED, clock.instant(), deed.by(), deed.words());
        return ask(
                orderId,
                key,
                TRIES,
                asking -> drop(asking, key, merged(wanted), new Words("NOT_AVAILABLE", null), step, false));
    }

    private RequestOutcome drop(
            Asking asking, String key, Map<String, Long> units, Words words, Step asked, boolean byBuyer) {
        var against = JudgingDrops.against(asking, units, byBuyer);
        if (against != null) {
            return against;
        }
        var lines = asking.droppable().stream()
                .filter(item -> units.containsKey(item.sku()))
                .map(item -> new Line(item.sku(), item.name(), Objects.requireNonNull(units.get(item.sku()))))
                .toList();
        var agreed = new Step(RequestState.APPROVED, asked.at(), asked.by(), byBuyer ? null : asked.words());
        return new Done(draft(asking, Kind.DROP, wish(asking, key, lines, words), List.of(asked, agreed)));
    }

    /** The buyer does not want it any more; possible until the goods are here. */
    public Mono<RequestOutcome> withdraw(String orderId, String requestId) {
        return requests.find(requestId)
                .filter(request -> request.orderId().equals(orderId))
                .flatMap(request ->
                        handling.step(request, new Step(RequestState.WITHDRAWN, clock.instant(), null, null)))
                .defaultIfEmpty(new Unknown());
    }

    private Mono<RequestOutcome> ask(String orderId, String key, int triesLeft, Judging judging) {
        return of(orderId)
                .flatMap(asking -> asking.requests().stream()
                        .filter(request -> request.wish().key().equals(key))
                        .findFirst()
                        .<Mono<RequestOutcome>>map(before -> Mono.just(new Done(before)))
                        .orElseGet(() -> asking.requests().size() >= MOST_REQUESTS
                                ? Mono.just(new NotPossible("TOO_OFTEN"))
                                : add(judging.judge(asking), () -> again(orderId, key, triesLeft, judging))))
                .defaultIfEmpty(new Unknown());
    }

    /** Somebody else's request is the next one: it is judged anew beside that. */
    private Mono<RequestOutcome> again(String orderId, String key, int triesLeft, Judging judging) {
        return triesLeft > 0
                ? ask(orderId, key, triesLeft - 1, judging)
                : Mono.error(() -> new IllegalStateException("Too many ask about order " + orderId + " at once"));
    }

    private Mono<RequestOutcome> add(RequestOutcome judged, Supplier<Mono<RequestOutcome>> otherwise) {
        return judged instanceof Done(var draft)
                ? requests.add(draft, handling.dueSoon())
                        .flatMap(handling::goOn)
                        .<RequestOutcome>map(Done::new)
                        .switchIfEmpty(Mono.defer(otherwise))
                : Mono.just(judged);
    }

    private BuyerRequest draft(Asking asking, Kind kind, Wish wish) {
        return draft(asking, kind, wish, List.of(new Step(RequestState.ASKED, clock.instant(), null, wish.note())));
    }

    private static BuyerRequest draft(Asking asking, Kind kind, Wish wish, List<Step> steps) {
        var order = asking.order();
        var next = asking.requests().size() + 1;
        return new BuyerRequest(
                order.id() + "-r" + next,
                order.id(),
                order.number() + "-" + next,
                kind,
                steps.getLast().to(),
                wish,
                order.preparation().takes().stream().map(Take::locationId).collect(Collectors.toSet()),
                steps,
                List.of(),
                null);
    }

    private static Wish wish(Asking asking, String key, List<Line> lines, Words words) {
        return new Wish(
                key,
                lines,
                words.reason(),
                words.note(),
                asking.order().preparation().language());
    }

    private static Map<String, Long> merged(List<Wanted> wanted) {
        return wanted.stream().collect(Collectors.toMap(Wanted::sku, Wanted::units, Math::addExact));
    }

    /** What becomes of a wish in view of what can be asked: a draft, or a refusal. */
    private interface Judging {

        RequestOutcome judge(Asking asking);
    }
}
