package vn.ocopmarket.embeddedmongo.store;

import de.bwaldvogel.mongo.bson.Document;

/** One statement of an update command, and the findAndModify command that does the same to one document. */
public record Modification(Document filter, boolean multi, Document command) {

    public static Modification of(Document statement) {
        Document filter = (Document) statement.getOrDefault("q", new Document());
        Document command = new Document("query", filter).append("update", statement.get("u"));
        command.putIfNotNull("upsert", statement.get("upsert"));
        command.putIfNotNull("arrayFilters", statement.get("arrayFilters"));
        return new Modification(filter, Boolean.TRUE.equals(statement.get("multi")), command);
    }
}
