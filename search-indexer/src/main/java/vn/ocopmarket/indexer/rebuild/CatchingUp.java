package vn.ocopmarket.indexer.rebuild;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.feed.Change;
import vn.ocopmarket.contract.feed.ChangePage;
import vn.ocopmarket.indexer.feed.ChangeLogs;
import vn.ocopmarket.indexer.feed.Feed;
import vn.ocopmarket.indexer.feed.Leases;
import vn.ocopmarket.indexer.index.IndexTarget;
import vn.ocopmarket.indexer.index.IndexingChanges;

/** Brings an index that was filled meanwhile up to the end of both logs. */
final class CatchingUp {

    private static final int PAGE = 200;

    private final ChangeLogs logs;
    private final Leases leases;
    private final IndexingChanges changes;

    CatchingUp(ChangeLogs logs, Leases leases, IndexingChanges changes) {
        this.logs = logs;
        this.leases = leases;
        this.changes = changes;
    }

    /** How far the followers are now: whatever is read from the sources later has these changes in it. */
    Mono<Map<Feed, Long>> positions() {
        return Flux.fromArray(Feed.values())
                .collectMap(feed -> feed, Feed::label)
                .flatMap(jobs -> Flux.fromIterable(jobs.entrySet())
                        .flatMap(job ->
                                leases.position(job.getValue()).map(position -> Map.entry(job.getKey(), position)))
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Handles the changes after these positions, to an end that the logs have now or later; gives the positions reached. */
    Mono<Map<Feed, Long>> from(Map<Feed, Long> positions, IndexTarget target) {
        return Flux.fromIterable(positions.entrySet())
                .concatMap(start ->
                        follow(start.getKey(), start.getValue(), target).map(end -> Map.entry(start.getKey(), end)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Long> follow(Feed feed, long from, IndexTarget target) {
        return step(feed, from, target)
                .expand(step -> step.atEnd() ? Mono.empty() : step(feed, step.position(), target))
                .last()
                .map(Step::position);
    }

    private Mono<Step> step(Feed feed, long after, IndexTarget target) {
        return logs.read(feed, after, PAGE, Duration.ZERO)
                .flatMap(page -> changes.into(target, feed, keys(page))
                        .thenReturn(new Step(page.next(), page.next() - after < PAGE)));
    }

    /**
     * A page is done.
     *
     * @param atEnd it was not full, so it reached the end that the log had when it was read
     */
    private record Step(long position, boolean atEnd) {}

    private static Set<String> keys(ChangePage page) {
        return page.items().stream()
                .map(Change::aggregateId)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toSet());
    }
}
