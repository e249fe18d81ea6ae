package vn.ocopmarket.catalog.product;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.history.Deed;

/**
 * What products were before an import wrote them: noted before the write, under an id that follows from import, product,
 * revision and content, so that a note is made once however often it is tried. Whether the write then happened is told by
 * the product's own history, whose entry carries the note's mark. Every call fails when the store does not answer in time.
 */
public interface Befores {

    /** Gives the products as they are to be written: with the marks of their notes. */
    Mono<List<CatalogProduct>> note(ListingTarget.Step step);

    /** Ids of products that the run may have written, in order, those after the given one. */
    Flux<String> products(String run, @Nullable String after, int limit);

    /** Ids of producers that the run may have added, or added a product to. */
    Flux<String> producers(String run);

    /** Ids of those among these products that the run was taken back from, however long ago. */
    Mono<Set<String>> undone(String run, Collection<CatalogProduct> current);

    /** What taking the run back makes of each of these products; none of those that it never wrote. */
    Flux<Reversal> reversals(String run, Collection<CatalogProduct> current);

    /**
     * What taking an import back makes of a product.
     *
     * @param current what it is now
     * @param base the revision that the import found, 0 when it found none
     * @param back without the parts that nobody else has changed since, or null when the product is to go
     * @param changedSince codes of parts that somebody else has changed since
     * @param undoable codes of parts that the import changed and nobody else since
     */
    record Reversal(
            CatalogProduct current,
            long base,
            @Nullable CatalogProduct back,
            Set<String> changedSince,
            Set<String> undoable) {

        public boolean isWhole() {
            return changedSince.isEmpty();
        }
    }

    /** What the newer part of the history, which the product carries, says of a run that was taken back of late. */
    static boolean isUndone(CatalogProduct product, String run) {
        return product.history().stream().anyMatch(deed -> isUndoing(deed, run));
    }

    /** Whether the deed took the run back. */
    static boolean isUndoing(Deed deed, String run) {
        return deed.what().equals(UNDONE) && run.equals(deed.mark());
    }

    /** The code of deeds that take an import back. */
    String UNDONE = "IMPORT_UNDONE";

    /** The code of deeds that an import does. */
    String DONE = "IMPORTED";

    /** Whether the deed is that of an import. */
    static boolean isImport(Deed deed) {
        return deed.what().equals(DONE) && deed.mark() != null;
    }
}
