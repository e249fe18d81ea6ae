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
 */
public record StampNote(Span span, Fate fate, @Nullable String lot, String reason, LocalDate on) {

    StampNote of(Span other) {
        return new StampNote(other, fate, lot, reason, on);
    }

    boolean saysTheSame(StampNote other) {
        return fate == other.fate && Objects.equals(lot, other.lot);
    }

    /** The notes with this one in place of what they said of its numbers, in order; neighbours that say the same are one. */
    List<StampNote> onto(List<StampNote> notes) {
        var all = Stream.concat(without(notes, span).stream(), Stream.of(this))
                .sorted(Comparator.comparingLong(note -> note.span().first()))
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

    /** The notes without what they say of those numbers. */
    static List<StampNote> without(List<StampNote> notes, Span span) {
        return notes.stream()
                .flatMap(note -> note.span().without(List.of(span)).stream().map(note::of))
                .toList();
    }
}
