package vn.ocopmarket.catalog.stamp.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of some stamps.
 *
 * @param lot of the goods they are on, or null
 * @param reason may be empty for those that are used
 * @param earlier what was noted of the same stamps before, or null
 */
public record StampNote(
        Span span,
        Fate fate,
        @Nullable String lot,
        String reason,
        LocalDate on,
        @Nullable StampNote earlier) {

    /** The first of those stamps. */
    public StampNote(Span span, Fate fate, @Nullable String lot, String reason, LocalDate on) {
        this(span, fate, lot, reason, on, null);
    }

    StampNote of(Span other) {
        return new StampNote(other, fate, lot, reason, on, earlier == null ? null : earlier.of(other));
    }

    boolean saysTheSame(StampNote other) {
        return fate == other.fate && Objects.equals(lot, other.lot);
    }

    /** The notes with this one over what they said of its numbers, in order. */
    List<StampNote> onto(List<StampNote> notes) {
        var fresh = span.without(notes.stream().map(StampNote::span).toList()).stream();
        var over = notes.stream().flatMap(before -> before.span.common(span).map(before::of).stream());
        var noted = Stream.concat(fresh.map(this::of), over.map(this::over));
        return joined(Stream.concat(others(notes, span), noted));
    }

    private StampNote over(StampNote before) {
        return new StampNote(before.span, fate, lot, reason, on, before);
    }

    /** The notes without the last that they say of those numbers, in order; what was noted before that counts again. */
    static List<StampNote> without(List<StampNote> notes, Span span) {
        var again = notes.stream()
                .flatMap(note -> Stream.ofNullable(note.earlier))
                .flatMap(earlier -> earlier.span.common(span).map(earlier::of).stream());
        return joined(Stream.concat(others(notes, span), again));
    }

    private static Stream<StampNote> others(List<StampNote> notes, Span span) {
        return notes.stream()
                .flatMap(note -> note.span().without(List.of(span)).stream().map(note::of));
    }

    /** Neighbours that say the same are one. */
    private static List<StampNote> joined(Stream<StampNote> notes) {
        var all = notes.sorted(Comparator.comparingLong(note -> note.span().first()))
                .toList();
        var joined = new ArrayList<StampNote>(all.size());
        for (var note : all) {
            var before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && before.span.last() + 1 == note.span.first() && before.equals(note.of(before.span))) {
                joined.set(joined.size() - 1, note.of(new Span(before.span.first(), note.span.last())));
            } else {
                joined.add(note);
            }
        }
        return joined;
    }
}
