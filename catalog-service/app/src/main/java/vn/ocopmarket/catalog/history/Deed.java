package vn.ocopmarket.catalog.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a record's history, written by the same write as what it tells of.
 *
 * @param number the revision that it made
 * @param who subject of the caller's token
 * @param what a code, such as {@code CERTIFICATE_WITHDRAWN}
 * @param of what it was done to, such as a certificate's number, or with, such as an import's id
 * @param why in the words of the one who did it
 * @param changes field by field, the first of them when there are many
 * @param mark ties it to what an import noted beforehand, or null
 * @param operation what was asked for under a key, by which a repeat of it knows that it was done; or null
 */
public record Deed(
        long number,
        Instant at,
        String who,
        String what,
        String of,
        String why,
        List<FieldChange> changes,
        @Nullable String mark,
        @Nullable String operation) {

    private static final int MOST_CHANGES = 40;
    private static final int LONGEST_WHY = 1_000;

    public Deed {
        changes = List.copyOf(changes);
        why = why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY) : why;
    }

    /** Not written yet: its number and its changes follow from the write. */
    public Deed(Instant at, String who, String what, String of, String why) {
        this(0, at, who, what, of, why, List.of(), null, null);
    }

    public Deed marked(@Nullable String as) {
        return new Deed(number, at, who, what, of, why, changes, as, operation);
    }

    public Deed under(@Nullable String key) {
        return new Deed(number, at, who, what, of, why, changes, mark, key);
    }

    /** Whether one of them, after that moment, did what was asked for under the key. */
    public static boolean isDone(Collection<Deed> history, @Nullable String key, Instant after) {
        return key != null
                && history.stream()
                        .anyMatch(deed ->
                                key.equals(deed.operation()) && deed.at().isAfter(after));
    }

    /** As the deed that makes that revision. */
    public Deed making(long revision, List<FieldChange> all) {
        var rest = all.size() - MOST_CHANGES;
        var told = rest <= 0
                ? all
                : Stream.concat(
                                all.stream().limit(MOST_CHANGES),
                                Stream.of(new FieldChange("more", null, null, String.valueOf(rest))))
                        .toList();
        return new Deed(revision, at, who, what, of, why, told, mark, operation);
    }

    public static List<Deed> added(List<Deed> history, Deed deed) {
        return Stream.concat(history.stream(), Stream.of(deed)).toList();
    }
}
