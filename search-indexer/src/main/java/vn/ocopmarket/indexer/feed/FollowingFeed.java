package vn.ocopmarket.indexer.feed;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.ocopmarket.contract.feed.Change;
import vn.ocopmarket.contract.feed.ChangePage;

/**
 * Follows one feed. The position moves on only when all changes before it are searchable, so a stop at any moment loses
 * nothing; the changes after it are then handled again, which is safe.
 */
final class FollowingFeed {

    private static final System.Logger LOG = System.getLogger(FollowingFeed.class.getName());

    private final Feed feed;
    private final ChangeLogs logs;
    private final LeasedWork leased;
    private final Leases leases;
    private final ChangedProducts products;
    private final FeedProgress progress;
    private final FeedSettings settings;

    FollowingFeed(Feed feed, FollowingParts parts, FeedProgress progress) {
        this.feed = feed;
        this.logs = parts.logs();
        this.leased = parts.leased();
        this.leases = parts.leases();
        this.products = parts.products();
        this.settings = parts.settings();
        this.progress = progress;
    }

    /** The positions reached. What fails is tried again, from the last position. It ends when all leased work does; cancelling gives the lease back. */
    Flux<Long> follow() {
        return leased.whileHeld(feed.label(), this::pages)
                .doOnError(progress::failed)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, settings.retryFirst())
                        .maxBackoff(settings.retryMost())
                        .transientErrors(true)
                        .doBeforeRetry(signal -> LOG.log(
                                System.Logger.Level.WARNING,
                                "Following {0} again: {1}",
                                feed.label(),
                                signal.failure())))
                .repeatWhen(ends -> ends.takeWhile(_ -> !leased.hasEnded())
                        .doOnNext(_ -> progress.standsBy())
                        .delayElements(settings.standby()));
    }

    private Flux<Long> pages(Lease lease) {
        return begin(lease)
                .flatMapMany(this::read)
                .flatMapSequential(page -> handle(page).thenReturn(page), settings.pagesInFlight(), 1)
                .concatMap(page -> leases.advance(lease, page.next())
                        .thenReturn(page.next())
                        .doOnNext(progress::reached));
    }

    /** Where to read on. When the log no longer has what comes next, or is another log, everything is read first. */
    private Mono<Long> begin(Lease lease) {
        var position = lease.position();
        return logs.read(feed, Math.max(0, position - 1), 1, Duration.ZERO).flatMap(page -> {
            var forgotten = page.oldest() > position + 1;
            var anotherLog = position > 0 && page.next() < position;
            if (!forgotten && !anotherLog) {
                return Mono.just(position);
            }
            var from = Math.max(0, page.oldest() - 1);
            LOG.log(System.Logger.Level.WARNING, "The {0} log left {1} behind: reading all", feed.label(), position);
            return products.refreshAll().then(leases.advance(lease, from)).thenReturn(from);
        });
    }

    private Flux<ChangePage> read(long from) {
        var position = new AtomicLong(from);
        progress.reached(from);
        var full = new AtomicBoolean();
        return Mono.defer(() -> next(position))
                .doOnNext(page -> full.set(page.items().size() >= settings.pageSize()))
                .repeatWhen(reads -> reads.concatMap(_ -> full.getAndSet(false) ? Mono.just(0L) : rest()));
    }

    /** Changes that come one by one are handled together; those that wait already are not held up. */
    private Mono<Long> rest() {
        return Mono.delay(settings.rest());
    }

    /** Empty when nothing came within the wait. */
    private Mono<ChangePage> next(AtomicLong position) {
        var after = position.get();
        return logs.read(feed, after, settings.pageSize(), settings.longestWait())
                .doOnNext(page -> {
                    if (page.oldest() > after + 1) {
                        throw new IllegalStateException("The log has moved on to " + page.oldest());
                    }
                    position.set(page.next());
                    progress.heard();
                })
                .filter(page -> page.next() > after);
    }

    private Mono<Void> handle(ChangePage page) {
        var keys = keys(page);
        if (keys.isEmpty()) {
            return Mono.empty();
        }
        return products.refresh(feed, keys).doOnSuccess(_ -> progress.searchable(page.items()));
    }

    private static Set<String> keys(ChangePage page) {
        return page.items().stream()
                .map(Change::aggregateId)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toSet());
    }
}
