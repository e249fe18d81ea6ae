package vn.ocopmarket.catalog.undo;

/** What taking an import back did to one product. */
public sealed interface UndoOutcome {

    /** It is what it was before. */
    record Restored() implements UndoOutcome {}

    /** The import had made it: it is not found any more. */
    record Removed() implements UndoOutcome {}

    /** It is as it was left by somebody else. */
    record Left(LeftProduct product) implements UndoOutcome {}

    /** The import never wrote it. */
    record Untouched() implements UndoOutcome {}
}
