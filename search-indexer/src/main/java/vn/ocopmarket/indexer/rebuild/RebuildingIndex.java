package vn.ocopmarket.indexer.rebuild;

import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.indexer.feed.Feed;
import vn.ocopmarket.indexer.feed.LeasedWork;
import vn.ocopmarket.indexer.feed.Leases;
import vn.ocopmarket.indexer.index.BegunIndex;
import vn.ocopmarket.indexer.index.IndexDefinition;
import vn.ocopmarket.indexer.index.IndexTarget;
import vn.ocopmarket.indexer.index.Indices;
import vn.ocopmarket.indexer.index.LiveIndex;
import vn.ocopmarket.indexer.index.Products;
import vn.ocopmarket.indexer.index.RefreshingProducts;
import vn.ocopmarket.indexer.index.Visibility;

/**
 * Makes the index anew behind the alias, which then moves in one step. Meanwhile the followers keep the live one fresh;
 * what they wrote there during the move is caught up with right after it, and only then is it settled. The one before stays,
 * hidden, until the next time. What an instance has begun and not settled, any goes on with, also when it is live already: it
 * reads all again and writes only what is not there yet.
 */
public final class RebuildingIndex {

    /** The lease of all work on the index as a whole. */
    public static final String JOB = "index";

    private static final System.Logger LOG = System.getLogger(RebuildingIndex.class.getName());

    /** After that the logs may have forgotten what came since. */
    private static final Duration LONG_AGO = Duration.ofHours(6);

    private final Indices indices;
    private final IndexDefinition definition;
    private final Products products;
    private final RefreshingProducts refreshing;
    private final CatchingUp catchingUp;
    private final LeasedWork leased;
    private final Leases leases;
    private final Clock clock;

    RebuildingIndex(RebuildParts parts, RefreshingProducts refreshing, CatchingUp catchingUp, Clock clock) {
        this.indices = parts.indices();
        this.definition = parts.definition();
        this.products = parts.products();
        this.leased = parts.leased();
        this.leases = parts.leases();
        this.refreshing = refreshing;
        this.catchingUp = catchingUp;
        this.clock = clock;
    }

    /** Empty while another instance works on the index; after an error or when cancelled the live index is as it was. */
    public Mono<RebuildReport> rebuild() {
        return leased.onceHeld(JOB, _ -> rebuildNow());
    }

    /**
     * Sees to it that there is a live index with the present definition, and that what was begun is finished. Gives its name;
     * may be empty while another instance works on the index.
     */
    Mono<String> ensure() {
        return indices.live()
                .filter(live -> live.alone() && live.fingerprint().equals(definition.fingerprint()))
                .flatMap(live -> begun().flatMap(_ -> goOn()).defaultIfEmpty(live.name()))
                .switchIfEmpty(Mono.defer(this::make));
    }

    /** Looked at again under the lease: it may be finished, or only now be begun. */
    private Mono<String> goOn() {
        return leased.onceHeld(
                JOB,
                _ -> begun().flatMap(this::fill).doOnNext(RebuildingIndex::log).map(RebuildReport::index));
    }

    private static void log(RebuildReport report) {
        LOG.log(System.Logger.Level.INFO, "Finished what was begun: {0}", report);
    }

    private Mono<BegunIndex> begun() {
        return indices.begun(definition)
                .filter(index -> index.since().plus(LONG_AGO).isAfter(clock.instant()));
    }

    private Mono<String> make() {
        return leased.onceHeld(JOB, _ -> indices.live().flatMap(this::upToDate).switchIfEmpty(Mono.defer(this::begin)));
    }

    private Mono<String> upToDate(LiveIndex live) {
        if (live.fingerprint().equals(definition.fingerprint())) {
            return live.alone() ? Mono.just(live.name()) : leaveAlone(live.name());
        }
        LOG.log(System.Logger.Level.INFO, "The definition of {0} is not the present one: making it anew", live.name());
        return rebuildNow().map(RebuildReport::index);
    }

    /** Followers may have written to another one, so they begin again. */
    private Mono<String> leaveAlone(String newest) {
        LOG.log(System.Logger.Level.WARNING, "Several indices are live, only {0} stays so", newest);
        return beginToFollowAgain().then(indices.publish(newest)).thenReturn(newest);
    }

    private Mono<Void> beginToFollowAgain() {
        return Flux.fromArray(Feed.values())
                .concatMap(feed -> leases.restart(feed.label()))
                .then();
    }

    /** An empty index holds nothing of what the followers have done, so they begin again. */
    private Mono<String> begin() {
        return beginToFollowAgain()
                .then(indices.create(definition))
                .flatMap(index -> indices.publish(index).thenReturn(index))
                .doOnNext(index -> LOG.log(System.Logger.Level.INFO, "Made the index {0}", index));
    }

    private Mono<RebuildReport> rebuildNow() {
        return begun().switchIfEmpty(Mono.defer(this::beginAnother)).flatMap(this::fill);
    }

    private Mono<BegunIndex> beginAnother() {
        return catchingUp.positions().flatMap(positions -> dropHidden().then(indices.begin(definition, positions)));
    }

    private Mono<RebuildReport> fill(BegunIndex begun) {
        var target = new IndexTarget(begun.name(), Visibility.DURABLE);
        return refreshing
                .read(products.all(), target)
                .flatMap(counts -> catchingUp
                        .from(begun.positions(), target)
                        .flatMap(reached -> indices.finish(begun.name(), definition)
                                .then(indices.publish(begun.name()))
                                .then(catchingUp.from(reached, target))
                                .then(indices.settle(begun.name(), definition)))
                        .thenReturn(counts))
                .map(counts ->
                        new RebuildReport(begun.name(), counts, Duration.between(begun.since(), clock.instant())));
    }

    private Mono<Void> dropHidden() {
        return indices.hidden().concatMap(indices::drop).then();
    }
}
