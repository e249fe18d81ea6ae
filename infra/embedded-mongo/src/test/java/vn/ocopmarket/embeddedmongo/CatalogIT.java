package vn.ocopmarket.embeddedmongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ocopmarket.embeddedmongo.Driver.all;
import static vn.ocopmarket.embeddedmongo.Driver.doc;
import static vn.ocopmarket.embeddedmongo.Driver.done;
import static vn.ocopmarket.embeddedmongo.Driver.one;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class CatalogIT extends ServerTest {

    @Test
    void greetsDriversAndHealthChecks() {
        assertThat(driver.run("hello", 1))
                .containsEntry("isWritablePrimary", true)
                .containsKey("maxWireVersion");
        assertThat(driver.run("isMaster", 1)).containsEntry("ismaster", true);
        assertThat(driver.run("ping", 1)).containsEntry("ok", 1.0);
        assertThat(driver.run("buildInfo", 1)).containsKey("version");
        assertThat(driver.run("serverStatus", 1)).containsKey("liveBytes");
    }

    @Test
    void acceptsSessions() {
        ClientSession session = one(driver.client().startSession());
        done(things.insertOne(session, doc("_id", 1)));
        assertThat(all(things.find(session))).hasSize(1);
        session.close();
    }

    @Test
    void keepsIndexesAsDeclared() {
        done(things.createIndex(doc("a", 1), new IndexOptions().name("one").unique(true)));
        done(things.createIndex(doc("a", 1), new IndexOptions().name("one").unique(true)));
        assertThatThrownBy(() -> done(things.createIndex(doc("a", 1), new IndexOptions().name("one"))))
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo(86));
        assertThatThrownBy(() -> done(things.createIndex(doc("a", 1), new IndexOptions().name("two"))))
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo(85));
        done(driver.collection("others").createIndex(doc("a", 1), new IndexOptions().name("one")));
        assertThat(all(things.listIndexes()))
                .extracting(index -> index.getString("name"))
                .containsExactly("_id_", "one");
        done(things.dropIndex("one"));
        assertThat(all(things.listIndexes())).hasSize(1);
        assertThat(all(driver.collection("others").listIndexes())).hasSize(2);
        done(things.insertMany(List.of(doc("b", 1), doc("b", 1))));
        assertThatThrownBy(() -> done(things.createIndex(doc("b", 1), new IndexOptions().unique(true))))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("E11000");
    }

    @Test
    void listsAndRenamesCollections() {
        done(things.insertOne(doc("_id", 1)));
        done(driver.database().createCollection("empty"));
        assertThat(all(driver.database().listCollectionNames())).containsExactly("empty", "things");
        assertThat(all(driver.database().listCollections().filter(eq("name", "things"))))
                .hasSize(1);
        assertThat(all(driver.client().listDatabaseNames())).containsExactly("test");
        done(things.renameCollection(new MongoNamespace("test", "renamed")));
        assertThat(one(driver.collection("renamed").countDocuments())).isEqualTo(1);
        done(driver.collection("empty").drop());
        assertThat(all(driver.database().listCollectionNames())).containsExactly("renamed");
        assertThat(driver.run("collStats", "renamed")).containsEntry("count", 1);
        assertThat(driver.run("dbStats", 1)).containsEntry("collections", 1);
        done(driver.database().drop());
        assertThat(all(driver.client().listDatabaseNames())).isEmpty();
    }

    @Test
    void expiresByTtlIndex() throws InterruptedException {
        done(things.createIndex(doc("expiresAt", 1), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS)));
        Date now = new Date();
        done(things.insertMany(List.of(
                doc("_id", 1, "expiresAt", new Date(now.getTime() - 1000)),
                doc("_id", 2, "expiresAt", new Date(now.getTime() + 600_000)),
                doc("_id", 3, "expiresAt", "no date"),
                doc("_id", 4))));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (one(things.countDocuments()) > 3 && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(all(things.find())).extracting(one -> one.getInteger("_id")).containsExactly(2, 3, 4);
    }

    @Test
    void takesOnlyDeletesBeyondItsLimit() throws Exception {
        try (EmbeddedMongoServer small =
                        EmbeddedMongoServer.open(ServerOptions.inMemory().withMaxBytes(10_000));
                Driver limited = Driver.of(small.uri())) {
            MongoCollection<Document> collection = limited.collection("things");
            for (int i = 0; i < 5; i++) {
                done(collection.insertOne(doc("_id", i, "pad", "x".repeat(2_000))));
            }
            assertThatThrownBy(() -> done(collection.insertOne(doc("_id", 9))))
                    .hasMessageContaining("limit of 10000 bytes")
                    .hasMessageContaining("MONGODB_URI");
            assertThat(all(collection.find())).hasSize(5);
            done(collection.deleteOne(eq("_id", 1)));
            done(collection.deleteOne(eq("_id", 2)));
            done(collection.insertOne(doc("_id", 9)));
        }
    }
}
