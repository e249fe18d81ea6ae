package vn.ocopmarket.catalog.stamp.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.stamp.domain.Batch;
import vn.ocopmarket.catalog.stamp.domain.Counts;
import vn.ocopmarket.catalog.stamp.domain.Fate;
import vn.ocopmarket.catalog.stamp.domain.Printing;
import vn.ocopmarket.catalog.stamp.domain.Span;
import vn.ocopmarket.catalog.stamp.domain.StampNote;
import vn.ocopmarket.catalog.stamp.domain.StampRange;

/**
 * A batch as its officers see it; numbers are written as they are printed.
 *
 * @param ranges latest given first; of a list, none
 * @param notes of a list, none
 */
record BatchView(
        String id,
        String province,
        String series,
        String first,
        String last,
        Printing printing,
        Counts counts,
        List<RangeView> ranges,
        List<NoteView> notes) {

    /** Numbers from the first to the last. */
    record Numbers(String first, String last, long count) {

        static Numbers of(Batch batch, Span span) {
            return new Numbers(
                    batch.imprint().written(span.first()), batch.imprint().written(span.last()), span.count());
        }
    }

    /**
     * Stamps that were given.
     *
     * @param held those that were not taken back
     * @param waiting held, of which nothing is known since
     * @param holds whether a certificate of the product holds today
     */
    record RangeView(
            String id,
            Numbers numbers,
            String product,
            String name,
            String producer,
            String certificate,
            boolean holds,
            LocalDate on,
            String by,
            List<Numbers> held,
            List<Numbers> waiting) {

        static RangeView of(Batch batch, StampRange range, boolean holds) {
            var noted = batch.notes().stream().map(StampNote::span).toList();
            var held = range.held();
            return new RangeView(
                    range.id(),
                    Numbers.of(batch, range.span()),
                    range.holder().product(),
                    range.holder().name(),
                    range.holder().producerName(),
                    range.holder().certificate(),
                    holds,
                    range.on(),
                    range.by(),
                    held.stream().map(span -> Numbers.of(batch, span)).toList(),
                    held.stream()
                            .flatMap(span -> span.without(noted).stream())
                            .map(span -> Numbers.of(batch, span))
                            .toList());
        }
    }

    /** What became of stamps. */
    record NoteView(Numbers numbers, Fate fate, @Nullable String lot, String reason, LocalDate on) {}

    static BatchView listed(Batch batch, Counts counts) {
        return of(batch, counts, List.of(), List.of());
    }

    /** @param certified ids of products with a certificate that holds today */
    static BatchView whole(Batch batch, Set<String> certified) {
        return of(
                batch,
                batch.counts(),
                batch.ranges().reversed().stream()
                        .map(range -> RangeView.of(
                                batch, range, certified.contains(range.holder().product())))
                        .toList(),
                batch.notes().stream()
                        .map(note -> new NoteView(
                                Numbers.of(batch, note.span()), note.fate(), note.lot(), note.reason(), note.on()))
                        .toList());
    }

    private static BatchView of(Batch batch, Counts counts, List<RangeView> ranges, List<NoteView> notes) {
        return new BatchView(
                batch.id(),
                batch.provinceCode(),
                batch.imprint().series(),
                batch.imprint().written(batch.span().first()),
                batch.imprint().written(batch.span().last()),
                batch.printing(),
                counts,
                ranges,
                notes);
    }
}
