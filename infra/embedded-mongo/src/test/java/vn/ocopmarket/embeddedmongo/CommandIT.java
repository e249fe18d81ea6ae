package vn.ocopmarket.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ocopmarket.embeddedmongo.Driver.all;
import static vn.ocopmarket.embeddedmongo.Driver.doc;
import static vn.ocopmarket.embeddedmongo.Driver.done;
import static vn.ocopmarket.embeddedmongo.Driver.maybe;
import static vn.ocopmarket.embeddedmongo.Driver.one;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandIT {

    private EmbeddedMongoServer server;
    private Driver driver;
    private MongoCollection<Document> things;

    @BeforeEach
    void start() {
        server = EmbeddedMongoServer.inMemory();
        driver = Driver.of(server.uri());
        things = driver.collection("things");
    }

    @AfterEach
    void stop() {
        driver.close();
        server.close();
    }

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
    void givesEveryTypeBackAsItCame() {
        Document document = doc(
                "_id",
                new ObjectId(),
                "text",
                "Nước mắm Phú Quốc 🐟",
                "int",
                1,
                "long",
                1L,
                "double",
                0.5,
                "decimal",
                Decimal128.parse("12.30"),
                "date",
                new Date(0),
                "binary",
                new Binary(new byte[] {1, 2, 3}),
                "uuid",
                UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
                "timestamp",
                new BsonTimestamp(5, 6),
                "null",
                null,
                "list",
                List.of(1, "a", doc("b", List.of())),
                "true",
                true);
        try (Driver uuids = Driver.of(server.uri() + "&uuidRepresentation=standard")) {
            done(uuids.collection("things").insertOne(document));
            assertThat(one(uuids.collection("things").find().first())).isEqualTo(document);
            done(uuids.collection("things").updateOne(doc(), set("changed", 1)));
            assertThat(one(uuids.collection("things").find().first()))
                    .isEqualTo(new Document(document).append("changed", 1));
        }
    }

    @Test
    void batchesFindAndAggregate() {
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            many.add(doc("_id", i));
        }
        done(things.insertMany(many));
        Document first = driver.run("find", "things", "batchSize", 10);
        assertThat(batch(first, "firstBatch")).hasSize(10);
        long id = cursor(first).getLong("id");
        assertThat(id).isNotZero();
        assertThat(batch(driver.run("getMore", id, "collection", "things", "batchSize", 5), "nextBatch"))
                .hasSize(5);
        assertThat(driver.run("killCursors", "things", "cursors", List.of(id)).getList("cursorsKilled", Long.class))
                .containsExactly(id);
        assertThatThrownBy(() -> driver.run("getMore", id, "collection", "things"))
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo(43));
        Document aggregated = driver.run("aggregate", "things", "pipeline", List.of(), "cursor", doc("batchSize", 7));
        assertThat(batch(aggregated, "firstBatch")).hasSize(7);
        assertThat(all(things.find().batchSize(300))).hasSize(2_500);
        assertThat(all(things.aggregate(List.of(doc("$match", doc("_id", doc("$gte", 100)))))))
                .hasSize(2_400);
        assertThat(batch(driver.run("find", "things", "limit", 3, "singleBatch", true), "firstBatch"))
                .hasSize(3);
    }

    @Test
    void splitsLargeResultsIntoMessages() {
        String megabyte = "x".repeat(1_000_000);
        for (int i = 0; i < 30; i++) {
            done(things.insertOne(doc("_id", i, "pad", megabyte)));
        }
        assertThat(all(things.find())).hasSize(30);
        assertThat(all(things.aggregate(List.of(doc("$sort", doc("_id", 1)))))).hasSize(30);
    }

    @Test
    void findsAndModifies() {
        done(things.insertOne(doc("_id", "a", "available", 2)));
        FindOneAndUpdateOptions after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        assertThat(one(things.findOneAndUpdate(and(eq("_id", "a"), gte("available", 1)), inc("available", -1), after)))
                .containsEntry("available", 1);
        assertThat(maybe(things.findOneAndUpdate(and(eq("_id", "a"), gte("available", 5)), inc("available", -1))))
                .isNull();
        assertThat(one(things.findOneAndUpdate(eq("_id", "b"), inc("n", 1), after.upsert(true))))
                .containsEntry("n", 1);
        assertThat(one(things.findOneAndReplace(eq("_id", "b"), doc("m", 1)))).containsEntry("n", 1);
        assertThat(one(things.findOneAndDelete(eq("_id", "b")))).containsEntry("m", 1);
        assertThat(maybe(things.findOneAndDelete(eq("_id", "b")))).isNull();
    }

    @Test
    void countsWhatUpdatesDid() {
        done(things.insertMany(List.of(doc("_id", 1, "a", 1), doc("_id", 2, "a", 1), doc("_id", 3, "a", 2))));
        UpdateResult many = one(things.updateMany(eq("a", 1), set("a", 2)));
        assertThat(many.getMatchedCount()).isEqualTo(2);
        assertThat(many.getModifiedCount()).isEqualTo(2);
        assertThat(one(things.updateMany(eq("a", 2), set("a", 2))).getModifiedCount())
                .isZero();
        UpdateResult upserted = one(things.updateOne(eq("_id", 9), set("a", 9), new UpdateOptions().upsert(true)));
        assertThat(upserted.getMatchedCount()).isZero();
        assertThat(upserted.getUpsertedId()).isNotNull();
        assertThat(one(things.replaceOne(and(eq("_id", 9), eq("a", 1)), doc("b", 1)))
                        .getMatchedCount())
                .isZero();
        assertThat(one(things.deleteMany(eq("a", 2))).getDeletedCount()).isEqualTo(3);
    }

    @Test
    void changesArraysByPositionAndFilter() {
        done(things.insertOne(doc("_id", 1, "items", List.of(doc("sku", "a", "n", 1), doc("sku", "b", "n", 5)))));
        done(things.updateOne(doc("_id", 1, "items.sku", "b"), doc("$inc", doc("items.$.n", 1))));
        done(things.updateOne(
                doc("_id", 1),
                doc("$set", doc("items.$[low].low", true)),
                new UpdateOptions().arrayFilters(List.of(doc("low.n", doc("$lt", 3))))));
        done(things.updateMany(doc(), doc("$push", doc("log", doc("$each", List.of(1, 2, 3), "$slice", -2)))));
        done(things.updateOne(doc("_id", 1), doc("$pull", doc("items", doc("sku", "b", "n", 6)))));
        assertThat(one(things.find().first()))
                .isEqualTo(doc("_id", 1, "items", List.of(doc("sku", "a", "n", 1, "low", true)), "log", List.of(2, 3)));
    }

    @Test
    void stopsAnOrderedBulkAtItsFirstErrorAndGoesOnUnordered() {
        done(things.insertOne(doc("_id", 1)));
        var inserts = List.of(
                new InsertOneModel<>(doc("_id", 0)),
                new InsertOneModel<>(doc("_id", 1)),
                new InsertOneModel<>(doc("_id", 2)));
        assertThatThrownBy(() -> done(things.bulkWrite(inserts)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1));
        assertThat(one(things.countDocuments())).isEqualTo(2);
        assertThatThrownBy(() -> done(things.bulkWrite(inserts, new BulkWriteOptions().ordered(false))))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteErrors()).hasSize(2));
        assertThat(one(things.countDocuments())).isEqualTo(3);
        var updates = List.of(
                new UpdateOneModel<Document>(eq("_id", 0), set("x", "text")),
                new UpdateOneModel<Document>(eq("_id", 0), inc("x", 1)),
                new UpdateOneModel<Document>(eq("_id", 0), set("x", "never")));
        assertThatThrownBy(() -> done(things.bulkWrite(updates))).isInstanceOf(MongoBulkWriteException.class);
        assertThat(one(things.find(eq("_id", 0)).first())).containsEntry("x", "text");
    }

    @Test
    void leavesADocumentAloneWhenItsUpdateFails() {
        done(things.createIndex(doc("sku", 1), new IndexOptions().unique(true)));
        done(things.insertMany(List.of(doc("_id", 1, "sku", "a"), doc("_id", 2, "sku", "b"))));
        assertThatThrownBy(() -> done(things.updateOne(eq("_id", 2), List.of())))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> done(things.updateOne(eq("_id", 2), doc("$set", doc("sku", "a", "x", 1)))))
                .isInstanceOfSatisfying(
                        MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
        assertThat(one(things.find(eq("_id", 2)).first())).isEqualTo(doc("_id", 2, "sku", "b"));
        assertThat(all(things.find(eq("sku", "b")))).hasSize(1);
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
    void aggregatesAndLooksUp() {
        done(things.insertMany(List.of(doc("_id", 1, "group", "a", "n", 2), doc("_id", 2, "group", "a", "n", 3))));
        done(driver.collection("groups").insertOne(doc("_id", "a", "name", "Gạo")));
        assertThat(all(things.aggregate(List.of(
                        doc("$match", doc("group", "a")),
                        doc("$group", doc("_id", "$group", "sum", doc("$sum", "$n"))),
                        doc(
                                "$lookup",
                                doc("from", "groups", "localField", "_id", "foreignField", "_id", "as", "group"))))))
                .containsExactly(doc("_id", "a", "sum", 5, "group", List.of(doc("_id", "a", "name", "Gạo"))));
        done(Driver.flux(things.aggregate(List.of(doc("$match", doc("n", doc("$gt", 2))), doc("$out", "copies"))))
                .then());
        assertThat(all(driver.collection("copies").find())).hasSize(1);
    }

    @Test
    void takesWritesNobodyWaitsFor() throws InterruptedException {
        done(things.withWriteConcern(WriteConcern.UNACKNOWLEDGED).insertOne(doc("_id", 1)));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (one(things.countDocuments()) == 0 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(one(things.countDocuments())).isEqualTo(1);
    }

    @Test
    void refusesKindsOfValuesItWouldNotKeepAsTheyAre() {
        Binary digest = new Binary((byte) 5, new byte[16]);
        assertThatThrownBy(() -> done(things.insertOne(doc("_id", 1, "md5", digest))))
                .hasMessageContaining("binary data of subtype 5 is not supported");
        assertThat(one(things.countDocuments())).isZero();
    }

    @Test
    void refusesDocumentsThatAreTooLarge() {
        assertThatThrownBy(() -> done(things.insertOne(doc("_id", 1, "pad", "x".repeat(17 << 20)))))
                .isInstanceOf(RuntimeException.class);
        done(things.insertOne(doc("_id", 2, "pad", "x".repeat(15 << 20))));
        assertThatThrownBy(() -> done(things.updateOne(eq("_id", 2), set("more", "x".repeat(2 << 20)))))
                .hasMessageContaining("16 MB");
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

    private static Document cursor(Document reply) {
        return reply.get("cursor", Document.class);
    }

    private static List<Document> batch(Document reply, String name) {
        return cursor(reply).getList(name, Document.class);
    }
}
