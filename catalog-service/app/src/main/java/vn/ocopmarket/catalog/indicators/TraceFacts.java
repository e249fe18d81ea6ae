package vn.ocopmarket.catalog.indicators;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.indicators.domain.ProductFacts;
import vn.ocopmarket.catalog.indicators.domain.Traced;
import vn.ocopmarket.catalog.links.Links;
import vn.ocopmarket.catalog.trace.Lots;
import vn.ocopmarket.contract.trace.LinkAnswer;
import vn.ocopmarket.contract.trace.LinkAnswer.State;

/** Which products have a lot on record, and what their trace pages elsewhere last said; both only ever grow or are renewed. */
final class TraceFacts {

    private static final int PAGE = 1_000;
    /** Longer than clocks of two machines differ, and than a write takes. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final Lots lots;
    private final Links links;
    private final Clock clock;
    private final Set<String> withLots = ConcurrentHashMap.newKeySet();
    private final Map<String, LinkAnswer> answers = new ConcurrentHashMap<>();
    private volatile Instant seen = Instant.EPOCH;

    TraceFacts(Lots lots, Links links, Clock clock) {
        this.lots = lots;
        this.links = links;
        this.clock = clock;
    }

    /** Reads what came since the last time. */
    Mono<Void> refresh() {
        return Mono.defer(() -> {
            var from = seen;
            var now = clock.instant();
            return lots.productsWithLotsSince(from)
                    .doOnNext(withLots::add)
                    .then(answersSince(from))
                    .doOnSuccess(_ -> seen = now.minus(OVERLAP));
        });
    }

    private Mono<Void> answersSince(Instant from) {
        return links.answeredSince(from, PAGE)
                .collectList()
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : links.answeredSince(page.getLast().checkedAt().plusMillis(1), PAGE)
                                .collectList())
                .doOnNext(page -> page.forEach(answer -> answers.put(answer.productId(), answer)))
                .then();
    }

    Traced of(ProductFacts facts) {
        if (withLots.contains(facts.id())) {
            return Traced.WORKING;
        }
        var url = facts.traceUrl();
        return url == null ? Traced.NONE : elsewhere(url, answers.get(facts.id()));
    }

    private static Traced elsewhere(String url, @Nullable LinkAnswer answer) {
        if (answer == null || !answer.url().equals(url) || answer.state() == State.UNKNOWN) {
            return Traced.UNCHECKED;
        }
        return answer.state() == State.WORKING ? Traced.WORKING : Traced.BROKEN;
    }
}
