package vn.ocopmarket.catalog;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.history.FieldChange;

/** Deeds as documents and back; the first ones that were ever written had no number and no changes. */
public final class DeedDocuments {

    public static final String NUMBER = "number";

    private DeedDocuments() {}

    public static Document toDocument(Deed deed) {
        var document = new Document(NUMBER, deed.number())
                .append("at", Date.from(deed.at()))
                .append("who", deed.who())
                .append("what", deed.what())
                .append("of", deed.of())
                .append("why", deed.why());
        if (!deed.changes().isEmpty()) {
            document.append("changes", toDocuments(deed.changes()));
        }
        if (deed.mark() != null) {
            document.append("mark", deed.mark());
        }
        if (deed.operation() != null) {
            document.append("operation", deed.operation());
        }
        return document;
    }

    /** A whole history; deeds without a number are counted from one, since each made a revision of its own. */
    public static List<Deed> fromDocuments(List<Document> documents) {
        var deeds = new ArrayList<Deed>(documents.size());
        for (var document : documents) {
            deeds.add(fromDocument(document, deeds.size() + 1L));
        }
        return deeds;
    }

    public static Deed fromDocument(Document document, long position) {
        var number = document.getLong(NUMBER);
        return new Deed(
                number == null ? position : number,
                document.getDate("at").toInstant(),
                document.getString("who"),
                document.getString("what"),
                document.getString("of"),
                document.getString("why"),
                toChanges(document.getList("changes", Document.class, List.of())),
                document.getString("mark"),
                document.getString("operation"));
    }

    public static List<Document> toDocuments(List<FieldChange> changes) {
        return changes.stream().map(DeedDocuments::toDocument).toList();
    }

    public static List<FieldChange> toChanges(List<Document> documents) {
        return documents.stream().map(DeedDocuments::toChange).toList();
    }

    private static Document toDocument(FieldChange change) {
        var document = new Document("field", change.field());
        if (change.of() != null) {
            document.append("of", change.of());
        }
        if (change.before() != null) {
            document.append("before", change.before());
        }
        if (change.after() != null) {
            document.append("after", change.after());
        }
        return document;
    }

    private static FieldChange toChange(Document document) {
        return new FieldChange(
                document.getString("field"),
                document.getString("of"),
                document.getString("before"),
                document.getString("after"));
    }
}
