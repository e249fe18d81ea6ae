package vn.ocopmarket.embeddedmongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ocopmarket.embeddedmongo.Driver.all;
import static vn.ocopmarket.embeddedmongo.Driver.doc;
import static vn.ocopmarket.embeddedmongo.Driver.done;
import static vn.ocopmarket.embeddedmongo.Driver.one;

import com.mongodb.MongoCommandException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class QueryIT extends ServerTest {

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

    private static Document cursor(Document reply) {
        return reply.get("cursor", Document.class);
    }

    private static List<Document> batch(Document reply, String name) {
        return cursor(reply).getList(name, Document.class);
    }
}
