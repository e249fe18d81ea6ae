package vn.ocopmarket.embeddedmongo.store;

/** One document: an immutable value that a new one takes the place of. Guarded by its collection. */
final class StoredDocument {

    final long number;
    private byte[] bson;

    StoredDocument(long number, byte[] bson) {
        this.number = number;
        this.bson = bson;
    }

    byte[] bson() {
        return bson;
    }

    void become(byte[] version) {
        bson = version;
    }
}
