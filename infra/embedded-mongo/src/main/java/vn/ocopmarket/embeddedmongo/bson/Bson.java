package vn.ocopmarket.embeddedmongo.bson;

import de.bwaldvogel.mongo.bson.Document;

/** Reads and writes stored documents; what is read is the caller's own copy. */
public final class Bson {

    /** What MongoDB takes for one document. */
    public static final int MAX_DOCUMENT_BYTES = 16 << 20;

    private Bson() {}

    public static byte[] encode(Document document) {
        ByteSink sink = new ByteSink(512);
        new BsonWriter(sink).document(document);
        return sink.toArray();
    }

    public static Document decode(byte[] bson) {
        return new BsonReader(bson, 0).document();
    }
}
