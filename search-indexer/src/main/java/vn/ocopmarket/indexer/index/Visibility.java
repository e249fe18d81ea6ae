package vn.ocopmarket.indexer.index;

/** Whether a write is done when it is durable, or only when searches find it. */
public enum Visibility {
    DURABLE,
    SEARCHABLE
}
