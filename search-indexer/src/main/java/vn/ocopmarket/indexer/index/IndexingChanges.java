package vn.ocopmarket.indexer.index;

import java.util.Set;
import reactor.core.publisher.Mono;
import vn.ocopmarket.indexer.feed.ChangedProducts;
import vn.ocopmarket.indexer.feed.Feed;

/** Keeps the live index up to date with the feeds. */
public final class IndexingChanges implements ChangedProducts {

    private final IndexAccess access;
    private final RefreshingProducts refreshing;
    private final Products products;

    IndexingChanges(IndexAccess access, RefreshingProducts refreshing, Products products) {
        this.access = access;
        this.refreshing = refreshing;
        this.products = products;
    }

    @Override
    public Mono<Void> refresh(Feed feed, Set<String> keys) {
        return access.live(Visibility.SEARCHABLE)
                .flatMap(target -> into(target, feed, keys))
                .then();
    }

    @Override
    public Mono<Void> refreshAll() {
        return access.live(Visibility.DURABLE)
                .flatMap(target -> refreshing.read(products.all(), target))
                .then();
    }

    /** Like {@link #refresh}, into an index that need not be live. */
    public Mono<RefreshCounts> into(IndexTarget target, Feed feed, Set<String> keys) {
        return switch (feed) {
            case PRODUCTS -> refreshing.ids(keys, target);
            case AVAILABILITY -> refreshing.skus(keys, target);
        };
    }
}
