package vn.ocopmarket.embeddedmongo.journal;

/** One change of the stored data; applying the entries of a journal in order gives the data again. */
public sealed interface JournalEntry {

    /** The number of the collection that changed. */
    int collection();

    /** A collection was made, or got another name. */
    record CollectionNamed(int collection, String namespace) implements JournalEntry {}

    /** A collection is gone, with its documents and indexes. */
    record CollectionDropped(int collection) implements JournalEntry {}

    /** An index was declared; its keys are never stored, they are computed at open. */
    record IndexDeclared(int collection, byte[] specification) implements JournalEntry {}

    /** An index was dropped. */
    record IndexDropped(int collection, String name) implements JournalEntry {}

    /** A document was inserted, or replaced by a new version. */
    record DocumentPut(int collection, long document, byte[] bson) implements JournalEntry {}

    /** A document was deleted. */
    record DocumentDeleted(int collection, long document) implements JournalEntry {}
}
