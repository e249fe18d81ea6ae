package vn.ocopmarket.indexer.index;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tries the parked products again. */
public final class ReplayingParked {

    private final ParkedProducts parked;
    private final IndexAccess access;
    private final RefreshingProducts refreshing;

    ReplayingParked(ParkedProducts parked, IndexAccess access, RefreshingProducts refreshing) {
        this.parked = parked;
        this.access = access;
        this.refreshing = refreshing;
    }

    /** What is parked; empty when nothing is. */
    public Flux<ParkedProduct> parked() {
        return parked.all();
    }

    /** Never empty. What still cannot be indexed stays parked; what has become right otherwise is forgotten. */
    public Mono<RefreshCounts> replay() {
        return parked.all()
                .map(ParkedProduct::id)
                .collectList()
                .flatMap(ids -> parked.release(ids)
                        .then(access.live(Visibility.SEARCHABLE))
                        .flatMap(target -> refreshing.ids(ids, target)));
    }
}
