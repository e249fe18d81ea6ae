package vn.ocopmarket.embeddedmongo.store;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.embeddedmongo.bson.Bson;

/** A document that may match, in the version it had when it was looked up; it is read at most once. */
final class Match {

    private final StoredDocument stored;
    private final byte[] bson;
    private @Nullable Document document;

    Match(StoredDocument stored) {
        this(stored, stored.bson());
    }

    private Match(StoredDocument stored, byte[] bson) {
        this.stored = stored;
        this.bson = bson;
    }

    /** The same version, as if nobody had read it: what is read of a copy goes with the copy. */
    Match unread() {
        return new Match(stored, bson);
    }

    StoredDocument stored() {
        return stored;
    }

    byte[] bson() {
        return bson;
    }

    Document document() {
        Document read = document;
        if (read == null) {
            read = Bson.decode(bson);
            document = read;
        }
        return read;
    }
}
