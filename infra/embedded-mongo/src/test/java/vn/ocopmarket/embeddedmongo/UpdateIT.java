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
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class UpdateIT extends ServerTest {

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
    void takesWritesNobodyWaitsFor() throws InterruptedException {
        done(things.withWriteConcern(WriteConcern.UNACKNOWLEDGED).insertOne(doc("_id", 1)));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (one(things.countDocuments()) == 0 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(one(things.countDocuments())).isEqualTo(1);
    }
}
