package vn.ocopmarket.catalog.stamp.domain;

import java.util.EnumSet;
import java.util.Set;

/** What became of a stamp. */
public enum Fate {
    /** It is on a pack. */
    USED,
    LOST,
    DESTROYED,
    /** It counts for nothing, wherever it is. */
    VOID;

    /** Those that a stamp may have had before; one that nothing became of yet may have any. */
    Set<Fate> before() {
        return switch (this) {
            case USED, LOST -> EnumSet.noneOf(Fate.class);
            case DESTROYED, VOID -> EnumSet.of(USED, LOST);
        };
    }
}
