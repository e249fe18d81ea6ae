package vn.ocopmarket.service;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What came of reading one document: of many that are read one that is broken is named, and hides no other. */
public sealed interface Reading<T> {

    String id();

    /** It says something. */
    record Read<T>(String id, T value) implements Reading<T> {}

    /**
     * Nobody can read it.
     *
     * @param name by which people know it; the id when it has none
     */
    record Broken<T>(String id, String name, String why) implements Reading<T> {}

    /** Null for what is broken. */
    default @Nullable T orNull() {
        return switch (this) {
            case Read<T>(var _, var value) -> value;
            case Broken<T> _ -> null;
        };
    }

    /** @param reading fails, in whatever way, when the document is broken */
    static <T> Reading<T> of(String id, String name, Supplier<T> reading) {
        try {
            return new Read<>(id, reading.get());
        } catch (RuntimeException broken) {
            return new Broken<>(id, name, String.valueOf(broken));
        }
    }
}
