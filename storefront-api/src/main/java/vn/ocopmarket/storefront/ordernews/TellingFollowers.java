package vn.ocopmarket.storefront.ordernews;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.OrderNews;
import vn.ocopmarket.storefront.order.OrderNews.News;

/**
 * Tells followers what happened to orders. That there is news is written by the same update as the news itself, so that no
 * crash loses any; after a crash here, or by two instances, followers hear it twice.
 */
final class TellingFollowers {

    private static final Logger LOG = LoggerFactory.getLogger(TellingFollowers.class);
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int BATCH = 100;
    private static final int AT_ONCE = 4;

    private final OrderNews news;
    private final Supplier<List<OrderFollower>> followers;
    private final Clock clock;

    TellingFollowers(OrderNews news, Supplier<List<OrderFollower>> followers, Clock clock) {
        this.news = news;
        this.followers = followers;
        this.clock = clock;
    }

    /** Everything that is due; gives how many orders there were. */
    Mono<Long> tellDue() {
        return Mono.defer(this::tellSome)
                .flatMap(count -> count < BATCH ? Mono.just(count) : tellDue().map(more -> count + more));
    }

    private Mono<Long> tellSome() {
        return news.due(clock.instant(), BATCH).flatMap(this::tell, AT_ONCE).count();
    }

    private Mono<News> tell(News some) {
        var order = some.order();
        return Flux.range(some.heard(), Math.max(0, order.timeline().size() - some.heard()))
                .concatMap(index -> Flux.fromIterable(followers.get())
                        .concatMap(follower -> follower.happened(order, index).timeout(LONGEST)))
                .then(Mono.defer(() -> news.heard(some)))
                .onErrorResume(failure -> {
                    LOG.warn("News of order {} is told again later: {}", order.id(), failure.toString());
                    return news.later(some, clock.instant().plus(RETRY));
                })
                .thenReturn(some);
    }
}
