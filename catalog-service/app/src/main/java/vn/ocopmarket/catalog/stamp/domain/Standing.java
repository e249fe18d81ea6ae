package vn.ocopmarket.catalog.stamp.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one stamp.
 *
 * @param range that it was given with, or null
 * @param note what became of it, or null
 */
public record Standing(@Nullable StampRange range, @Nullable StampNote note) {

    /** In one word. */
    public State state() {
        if (note == null) {
            return range == null ? State.NOT_GIVEN : State.GIVEN;
        }
        return switch (note.fate()) {
            case USED -> State.USED;
            case LOST -> State.LOST;
            case DESTROYED -> State.DESTROYED;
            case VOID -> State.VOID;
        };
    }

    /** What a stamp can be. */
    public enum State {
        NOT_GIVEN,
        GIVEN,
        USED,
        LOST,
        DESTROYED,
        VOID
    }
}
