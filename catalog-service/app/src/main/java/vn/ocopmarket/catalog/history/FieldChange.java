package vn.ocopmarket.catalog.history;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of a record, before and after; long texts are cut, so that a history stays small.
 *
 * @param field a code such as {@code variant.price}; its words are the reader's
 * @param of which of several, such as a SKU or a certificate's number, or null
 * @param before or null when there was nothing
 * @param after or null when there is nothing any more
 */
public record FieldChange(
        String field,
        @Nullable String of,
        @Nullable String before,
        @Nullable String after) {

    private static final int LONGEST = 160;

    public FieldChange {
        before = cut(before);
        after = cut(after);
    }

    /** Nothing when both are the same. */
    public static Stream<FieldChange> between(String field, @Nullable Object before, @Nullable Object after) {
        return between(field, null, before, after);
    }

    /** Nothing when both are the same. */
    public static Stream<FieldChange> between(
            String field, @Nullable String of, @Nullable Object before, @Nullable Object after) {
        return Objects.equals(before, after)
                ? Stream.empty()
                : Stream.of(new FieldChange(field, of, text(before), text(after)));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + '…';
    }
}
