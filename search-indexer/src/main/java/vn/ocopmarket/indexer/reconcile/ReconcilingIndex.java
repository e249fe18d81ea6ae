package vn.ocopmarket.indexer.reconcile;

import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;
import vn.ocopmarket.indexer.feed.LeasedWork;
import vn.ocopmarket.indexer.index.Documents;
import vn.ocopmarket.indexer.index.IndexAccess;
import vn.ocopmarket.indexer.index.IndexTarget;
import vn.ocopmarket.indexer.index.Products;
import vn.ocopmarket.indexer.index.RefreshCounts;
import vn.ocopmarket.indexer.index.RefreshingProducts;
import vn.ocopmarket.indexer.index.RemovingProducts;
import vn.ocopmarket.indexer.index.Visibility;
import vn.ocopmarket.indexer.rebuild.RebuildingIndex;

/** Streams the catalogue past the index, writes what is missing or stale, and removes what the catalogue does not have. */
public final class ReconcilingIndex {

    private static final int BATCH = 80;

    private final Products products;
    private final Documents documents;
    private final IndexAccess access;
    private final RefreshingProducts refreshing;
    private final LeasedWork leased;
    private final RemovingProducts removing;
    private final ReconcileResults results;
    private final Clock clock;

    ReconcilingIndex(
            ReconcileParts parts,
            RefreshingProducts refreshing,
            RemovingProducts removing,
            ReconcileResults results,
            Clock clock) {
        this.removing = removing;
        this.products = parts.products();
        this.documents = parts.documents();
        this.access = parts.access();
        this.leased = parts.leased();
        this.refreshing = refreshing;
        this.results = results;
        this.clock = clock;
    }

    /** Empty while another instance works on the index; an error or cancelling leaves a part of it unrepaired. */
    public Mono<Reconciliation> reconcile() {
        return leased.onceHeld(
                RebuildingIndex.JOB,
                _ -> access.live(Visibility.DURABLE).flatMap(this::compare).flatMap(results::keep));
    }

    /** The last result of any instance; empty before the first one. */
    public Mono<Reconciliation> last() {
        return results.last();
    }

    private Mono<Reconciliation> compare(IndexTarget target) {
        var startedAt = clock.instant();
        var seen = new SeenIds();
        var catalogue = products.all().doOnNext(product -> seen.add(product.id()));
        return refreshing
                .read(catalogue, target)
                .flatMap(counts -> removeExtra(target, seen).map(extra -> result(startedAt, counts, extra)));
    }

    private Reconciliation result(Instant startedAt, RefreshCounts counts, long extra) {
        return new Reconciliation(
                startedAt, clock.instant(), counts.checked(), counts.added(), counts.updated(), extra, counts.parked());
    }

    private Mono<Long> removeExtra(IndexTarget target, SeenIds seen) {
        return documents
                .ids(target.index())
                .filter(id -> !seen.contains(id))
                .buffer(BATCH)
                .concatMap(ids -> removing.unknown(ids, target))
                .reduce(0L, Long::sum);
    }
}
