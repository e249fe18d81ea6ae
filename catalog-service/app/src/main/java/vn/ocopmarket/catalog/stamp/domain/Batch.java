package vn.ocopmarket.catalog.stamp.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ocopmarket.catalog.stamp.domain.Change.Clash;
import vn.ocopmarket.catalog.stamp.domain.Change.Made;
import vn.ocopmarket.catalog.stamp.domain.Change.Why;

/**
 * Stamps that a province had printed in one go. No stamp is with two products, and only what is on hand is given.
 *
 * @param revision grows by one with every change
 * @param span its numbers
 * @param ranges given since, oldest first
 * @param notes what became of stamps, in the order of their numbers, none of which has two
 */
public record Batch(
        String id,
        long revision,
        String provinceCode,
        Imprint imprint,
        Span span,
        Printing printing,
        List<StampRange> ranges,
        List<StampNote> notes) {

    /** So that a batch stays a document of moderate size. */
    static final int MOST_RANGES = 1_000;

    static final int MOST_NOTES = 4_000;

    private static final int MOST_RETURNS = 200;

    public Batch {
        ranges = List.copyOf(ranges);
        notes = List.copyOf(notes);
    }

    /** Gives stamps that are on hand; the same giving again changes nothing, and another one has an id of its own. */
    public Change give(StampRange range) {
        var known = range(range.id()).orElse(null);
        if (known != null) {
            return range.repeats(known)
                    ? new Made(this)
                    : new Clash(Why.SENT, known.span(), known.holder().name());
        }
        if (!span.covers(range.span())) {
            return new Clash(Why.OUTSIDE, span, "");
        }
        return given(range.span())
                .or(() -> noted(range.span(), notes))
                .or(() -> full(ranges.size() >= MOST_RANGES))
                .orElseGet(() -> new Made(
                        with(Stream.concat(ranges.stream(), Stream.of(range)).toList(), notes)));
    }

    /** Takes stamps of a range back, of which nothing is known since they were given; a second time changes nothing. */
    public Change takeBack(StampRange range, Span back) {
        if (!range.span().covers(back)) {
            return new Clash(Why.OUTSIDE, range.span(), "");
        }
        if (back.without(range.returned()).isEmpty()) {
            return new Made(this);
        }
        return missing(back, range.held(), Why.NOT_GIVEN)
                .or(() -> noted(back, notes))
                .or(() -> full(range.returned().size() >= MOST_RETURNS))
                .orElseGet(() -> new Made(with(
                        ranges.stream()
                                .map(other -> other.id().equals(range.id()) ? other.without(back) : other)
                                .toList(),
                        notes)));
    }

    /** Notes what became of stamps; only given ones are used. The same note again changes nothing. */
    public Change note(StampNote note) {
        if (!span.covers(note.span())) {
            return new Clash(Why.OUTSIDE, span, "");
        }
        var same = notes.stream().filter(note::saysTheSame).map(StampNote::span).toList();
        if (note.span().without(same).isEmpty()) {
            return new Made(this);
        }
        var binding = notes.stream()
                .filter(before -> !note.fate().before().contains(before.fate()))
                .toList();
        return noted(note.span(), binding)
                .or(() -> note.fate() == Fate.USED ? missing(note.span(), held(), Why.NOT_GIVEN) : Optional.empty())
                .or(() -> full(notes.size() >= MOST_NOTES))
                .orElseGet(() -> new Made(with(ranges, note.onto(notes))));
    }

    /** Takes back what was noted of stamps by mistake; they are again what they were. */
    public Change correct(Span wrong) {
        if (!span.covers(wrong)) {
            return new Clash(Why.OUTSIDE, span, "");
        }
        var all = notes.stream().map(StampNote::span).toList();
        return missing(wrong, all, Why.NOT_NOTED)
                .orElseGet(() -> new Made(with(ranges, StampNote.without(notes, wrong))));
    }

    public Optional<StampRange> range(String rangeId) {
        return ranges.stream().filter(range -> range.id().equals(rangeId)).findFirst();
    }

    /** Empty when it is not of this batch. */
    public Optional<Standing> standing(StampNumber stamp) {
        if (!stamp.roll().equals(imprint.stamp(0).roll())) {
            return Optional.empty();
        }
        var number = imprint.numberOf(stamp);
        return span.contains(number)
                ? Optional.of(new Standing(
                        ranges.stream()
                                .filter(range -> range.held().stream().anyMatch(held -> held.contains(number)))
                                .findFirst()
                                .orElse(null),
                        notes.stream()
                                .filter(note -> note.span().contains(number))
                                .findFirst()
                                .orElse(null)))
                : Optional.empty();
    }

    /** As it is printed; it must be one of this batch's. */
    public String written(StampNumber stamp) {
        return imprint.written(imprint.numberOf(stamp));
    }

    public Counts counts() {
        var held = held();
        var all = notes.stream().map(StampNote::span).toList();
        var byFate = notes.stream()
                .collect(Collectors.groupingBy(
                        StampNote::fate,
                        Collectors.summingLong(note -> note.span().count())));
        var waiting =
                held.stream().mapToLong(span -> Span.count(span.without(all))).sum();
        return new Counts(
                span.count(),
                Span.count(held),
                waiting,
                byFate.getOrDefault(Fate.USED, 0L),
                byFate.getOrDefault(Fate.LOST, 0L),
                byFate.getOrDefault(Fate.DESTROYED, 0L),
                byFate.getOrDefault(Fate.VOID, 0L),
                Span.count(
                        span.without(Stream.concat(held.stream(), all.stream()).toList())));
    }

    private List<Span> held() {
        return ranges.stream().flatMap(range -> range.held().stream()).toList();
    }

    private Optional<Change> given(Span wanted) {
        return ranges.stream()
                .flatMap(range -> range.held().stream()
                        .flatMap(held -> held.common(wanted).stream())
                        .map(both -> (Change)
                                new Clash(Why.GIVEN, both, range.holder().name())))
                .findFirst();
    }

    private static Optional<Change> noted(Span wanted, List<StampNote> notes) {
        return notes.stream()
                .flatMap(note -> note.span().common(wanted).stream().map(both ->
                        (Change) new Clash(Why.NOTED, both, note.fate().name())))
                .findFirst();
    }

    private static Optional<Change> missing(Span wanted, Collection<Span> there, Why why) {
        return wanted.without(there).stream()
                .map(gap -> (Change) new Clash(why, gap, ""))
                .findFirst();
    }

    private Optional<Change> full(boolean isFull) {
        return isFull ? Optional.of(new Clash(Why.FULL, span, "")) : Optional.empty();
    }

    private Batch with(List<StampRange> given, List<StampNote> noted) {
        return new Batch(id, revision + 1, provinceCode, imprint, span, printing, given, noted);
    }
}
