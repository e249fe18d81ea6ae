package vn.ocopmarket.embeddedmongo.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ocopmarket.embeddedmongo.index.IndexSpec;

/** Random changes of documents, indexes and collections, over many compactions and restarts, against a model. */
class StoreTests {

    private static final Logger log = LoggerFactory.getLogger(StoreTests.class);
    private static final long COMPACT_AT = 30_000;
    private static final int RESTARTS = 6;
    private static final int CHANGES = 1_500;

    /** Always the same, so that a change fails here and not some day elsewhere; the property tries another one. */
    private final long seed = Long.getLong("store.seed", 20_261_122);

    private final Random random = new Random(seed);
    private final Map<String, Map<Integer, Document>> model = new TreeMap<>();

    @TempDir
    Path folder;

    @Test
    void isTheSameAfterEveryRestart() throws Exception {
        log.warn("store.seed={}", seed);
        for (int restart = 0; restart < RESTARTS; restart++) {
            try (Store store = Store.open(folder, COMPACT_AT)) {
                assertThat(contents(store)).as("seed %d", seed).isEqualTo(model);
                StoredDatabase database = store.database("db");
                for (int i = 0; i < CHANGES; i++) {
                    change(database);
                }
                assertThat(contents(store)).isEqualTo(model);
            }
        }
        assertThat(folder.resolve("data.1.journal")).as("it was compacted").doesNotExist();
    }

    private void change(StoredDatabase database) {
        String name = "c" + random.nextInt(4);
        int roll = random.nextInt(400);
        if (roll == 0 && database.drop(name)) {
            model.remove(name);
        } else if (roll < 3) {
            rename(database, name, "c" + random.nextInt(4));
        } else if (roll < 6) {
            collection(database, name)
                    .makeIndex(IndexSpec.of(new Document("name", "n")
                            .append("key", new Document("n", 1))
                            .append("v", 2)));
        } else if (roll < 80) {
            int id = random.nextInt(100);
            int deleted = collection(database, name).delete(new Document("_id", id), true);
            assertThat(deleted).isEqualTo(documents(name).remove(id) == null ? 0 : 1);
        } else {
            put(collection(database, name), documents(name));
        }
    }

    private void put(StoredCollection collection, Map<Integer, Document> documents) {
        int id = random.nextInt(100);
        Document document =
                new Document("_id", id).append("n", random.nextInt()).append("pad", "x".repeat(200));
        Modified modified = collection.update(Modification.of(new Document("q", new Document("_id", id))
                .append("u", document.cloneDeeply())
                .append("upsert", true)));
        assertThat(modified.matched()).isEqualTo(documents.put(id, document) == null ? 0 : 1);
    }

    private void rename(StoredDatabase database, String from, String to) {
        StoredCollection collection = database.find(from);
        if (collection != null && database.find(to) == null) {
            database.moveCollection(database, collection, to);
            model.put(to, model.remove(from));
        }
    }

    private StoredCollection collection(StoredDatabase database, String name) {
        var _ = documents(name);
        return database.findOrCreate(name);
    }

    private Map<Integer, Document> documents(String name) {
        return model.computeIfAbsent(name, _ -> new HashMap<>());
    }

    private static Map<String, Map<Integer, Document>> contents(Store store) {
        Map<String, Map<Integer, Document>> contents = new TreeMap<>();
        for (StoredCollection collection : store.database("db").collections()) {
            Map<Integer, Document> documents = new HashMap<>();
            collection
                    .documents(Query.all(new Document("_id", new Document("$gte", 0))))
                    .forEach(document -> documents.put((Integer) document.get("_id"), document));
            contents.put(collection.getCollectionName(), documents);
            assertThat(collection.count()).isEqualTo(documents.size());
        }
        return contents;
    }
}
