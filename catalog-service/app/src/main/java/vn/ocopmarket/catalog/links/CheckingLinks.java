package vn.ocopmarket.catalog.links;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.links.domain.Judgement;
import vn.ocopmarket.catalog.product.Products;

/**
 * Asks links that are due. Several hosts at once, each one slowly; of several instances only the one that leads. When that
 * one dies another follows after its term, and a link may be asked twice, which hurts nobody.
 */
public final class CheckingLinks {

    private static final int HOSTS_AT_ONCE = 4;
    private static final int AT_ONCE = 60;
    private static final int MOST_OF_A_HOST = 5;
    private static final int NOTED_TOGETHER = 250;

    private final Links links;
    private final Probe probe;
    private final Products products;
    private final LinksSettings settings;
    private final Clock clock;
    private final String owner;

    CheckingLinks(Links links, Probe probe, Products products, LinksSettings settings, Clock clock, String owner) {
        this.links = links;
        this.probe = probe;
        this.products = products;
        this.settings = settings;
        this.clock = clock;
        this.owner = owner;
    }

    /** Notes the links of all products; gives how many are new or changed. Nothing when another instance leads. */
    public Mono<Long> note() {
        return leading(Mono.defer(() -> products.all()
                .buffer(NOTED_TOGETHER)
                .concatMap(some -> links.note(some, now()))
                .reduce(0L, Long::sum)));
    }

    /** Asks what is due and gives how many were asked. Nothing when another instance leads. */
    public Mono<Long> check() {
        return leading(Mono.defer(() -> links.due(now(), AT_ONCE)
                // All of them first: a host whose links came one by one would be begun with again and again.
                .collectMultimap(link -> host(link.url()), Function.identity(), LinkedHashMap::new)
                .flatMapIterable(Map::values)
                .flatMap(
                        ofHost -> Flux.fromIterable(ofHost).take(MOST_OF_A_HOST).concatMap(this::askThenRest),
                        HOSTS_AT_ONCE)
                .count()));
    }

    private Mono<WatchedLink> askThenRest(WatchedLink link) {
        return ask(link).then(Mono.delay(settings.hostPause())).thenReturn(link);
    }

    private Mono<Void> ask(WatchedLink link) {
        return probe.ask(link.url())
                .map(found -> Judgement.of(link.productId(), link.url(), link.answer(), link.failures(), found, now()))
                .flatMap(links::keep);
    }

    private Mono<Long> leading(Mono<Long> work) {
        return links.lead(owner, now(), term()).flatMap(leads -> leads ? work : Mono.just(0L));
    }

    /** Longer than the slowest batch. */
    private Duration term() {
        return settings.timeout()
                .plus(settings.hostPause())
                .multipliedBy(MOST_OF_A_HOST * ((AT_ONCE + HOSTS_AT_ONCE - 1) / HOSTS_AT_ONCE));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String host(String url) {
        try {
            return String.valueOf(URI.create(url).getHost());
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
