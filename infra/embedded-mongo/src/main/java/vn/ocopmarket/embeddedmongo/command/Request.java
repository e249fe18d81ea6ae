package vn.ocopmarket.embeddedmongo.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One command as it came in; the first field names it. */
record Request(String name, String database, Document body) {

    private static final Document EMPTY = new Document();

    static Request of(Document body) {
        String name = body.keySet().iterator().next();
        return new Request(name, Objects.requireNonNullElse((String) body.get("$db"), "admin"), body);
    }

    /** The collection the command is about. Throws when it is about a whole database. */
    String collection() {
        if (body.get(name) instanceof String collection) {
            return collection;
        }
        throw new BadValueException(name + " needs the name of a collection");
    }

    String namespace() {
        return database + "." + collection();
    }

    @Nullable
    Object get(String field) {
        return body.get(field);
    }

    Document document(String field) {
        return body.get(field) instanceof Document document ? document : EMPTY;
    }

    List<Document> documents(String field) {
        if (body.get(field) instanceof Collection<?> list) {
            return list.stream().map(Document.class::cast).toList();
        }
        throw new BadValueException(name + " needs the field " + field);
    }

    int number(String field, int otherwise) {
        return body.get(field) instanceof Number number ? number.intValue() : otherwise;
    }

    boolean isTrue(String field) {
        return isTrue(body.get(field));
    }

    static boolean isTrue(@Nullable Object value) {
        return value instanceof Boolean truth ? truth : value instanceof Number number && number.doubleValue() != 0;
    }
}
