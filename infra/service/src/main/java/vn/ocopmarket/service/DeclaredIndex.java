package vn.ocopmarket.service;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.IndexModel;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** An index as it is to be. */
record DeclaredIndex(IndexModel model, String name, List<String> keys) {

    private static final String IDS = "_id_";

    static DeclaredIndex of(IndexModel model) {
        var keys = keys(bson(model.getKeys()));
        var name = model.getOptions().getName();
        return new DeclaredIndex(model, name == null ? String.join("_", keys) : name, keys);
    }

    /** Whether this one stands there, whatever its options are. */
    boolean isThis(BsonDocument index) {
        return hasName(index) && hasKeys(index);
    }

    /** Which of them keeps this one from being made: of several with the same keys the one with the same options. */
    Optional<BsonDocument> inTheWay(List<BsonDocument> indexes) {
        var named = indexes.stream().filter(this::hasName).findFirst();
        if (named.isPresent()) {
            return named;
        }
        var alike = indexes.stream()
                .filter(index -> !index.getString("name").getValue().equals(IDS))
                .filter(this::hasKeys)
                .toList();
        return alike.size() == 1
                ? Optional.of(alike.getFirst())
                : alike.stream().filter(this::hasOptions).findFirst();
    }

    private boolean hasName(BsonDocument index) {
        return index.getString("name").getValue().equals(name);
    }

    private boolean hasKeys(BsonDocument index) {
        return keys(index.getDocument("key")).equals(keys);
    }

    private boolean hasOptions(BsonDocument index) {
        var options = model.getOptions();
        var filter = options.getPartialFilterExpression();
        return is(index, "unique") == options.isUnique()
                && is(index, "sparse") == options.isSparse()
                && index.getDocument("partialFilterExpression", new BsonDocument())
                        .equals(filter == null ? new BsonDocument() : bson(filter));
    }

    private static boolean is(BsonDocument index, String option) {
        return index.getBoolean(option, BsonBoolean.FALSE).getValue();
    }

    /** As the names of indexes are made of them: each with its direction. */
    private static List<String> keys(BsonDocument key) {
        return key.entrySet().stream()
                .map(part -> part.getKey() + "_"
                        + (part.getValue().isNumber()
                                ? Integer.toString(part.getValue().asNumber().intValue())
                                : part.getValue().asString().getValue()))
                .toList();
    }

    private static BsonDocument bson(Bson declared) {
        return declared.toBsonDocument(BsonDocument.class, MongoClientSettings.getDefaultCodecRegistry());
    }
}
