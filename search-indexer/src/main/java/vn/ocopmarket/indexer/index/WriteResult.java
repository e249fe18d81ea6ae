package vn.ocopmarket.indexer.index;

/** What became of one write. */
public sealed interface WriteResult {

    String id();

    /** It is in the index. */
    record Written(String id) implements WriteResult {}

    /** Someone else changed the document in the meantime. */
    record Conflict(String id) implements WriteResult {}

    /** The index will never take this document as it is. */
    record Refused(String id, String reason) implements WriteResult {}
}
