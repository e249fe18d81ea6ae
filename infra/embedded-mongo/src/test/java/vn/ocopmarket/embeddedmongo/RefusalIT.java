package vn.ocopmarket.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static vn.ocopmarket.embeddedmongo.Driver.doc;

import com.mongodb.MongoCommandException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the server cannot do right it refuses, naming it, also where no document would ever meet it. */
class RefusalIT {

    private static EmbeddedMongoServer server;
    private static Driver driver;

    @BeforeAll
    static void start() {
        server = EmbeddedMongoServer.inMemory();
        driver = Driver.of(server.uri());
    }

    @AfterAll
    static void stop() {
        driver.close();
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> refusesByName() {
        return Stream.of(
                refused("$text", doc("find", "c", "filter", doc("$text", doc("$search", "x")))),
                refused("$where", doc("find", "c", "filter", doc("$where", "true"))),
                refused("$jsonSchema", doc("find", "c", "filter", doc("$jsonSchema", doc()))),
                refused("$near", doc("find", "c", "filter", doc("at", doc("$near", List.of(1, 2))))),
                refused("$geoWithin", doc("count", "c", "query", doc("at", doc("$geoWithin", doc())))),
                refused(
                        "$nearSphere",
                        doc("find", "c", "filter", doc("$or", List.of(doc("a", doc("$nearSphere", 1)))))),
                refused("$bitsAllSet", doc("find", "c", "filter", doc("a", doc("$not", doc("$bitsAllSet", 1))))),
                refused("collation", doc("find", "c", "collation", doc("locale", "vi"))),
                refused(
                        "collation",
                        doc(
                                "aggregate",
                                "c",
                                "pipeline",
                                List.of(),
                                "cursor",
                                doc(),
                                "collation",
                                doc("locale", "vi"))),
                refused("tailable", doc("find", "c", "tailable", true)),
                refused("let", doc("find", "c", "let", doc("a", 1))),
                refused("min", doc("find", "c", "min", doc("_id", 1))),
                refused("positional projection", doc("find", "c", "projection", doc("items.$", 1))),
                refused("by an expression", doc("find", "c", "projection", doc("x", doc("$add", List.of(1, 2))))),
                refused("by an expression", doc("find", "c", "projection", doc("x", "$y"))),
                refused("by an expression", doc("find", "c", "projection", doc("items", doc("$slice", 1)))),
                refused("sorting", doc("find", "c", "sort", doc("score", doc("$meta", "textScore")))),
                refused("capped", doc("create", "k", "capped", true, "size", 1000)),
                refused("validator", doc("create", "k", "validator", doc("a", 1))),
                refused("viewOn", doc("create", "k", "viewOn", "c", "pipeline", List.of())),
                refused("timeseries", doc("create", "k", "timeseries", doc("timeField", "t"))),
                refused("hashed", index(doc("key", doc("a", "hashed"), "name", "x"))),
                refused("text", index(doc("key", doc("a", "text"), "name", "x"))),
                refused("2dsphere", index(doc("key", doc("a", "2dsphere"), "name", "x"))),
                refused("$**", index(doc("key", doc("$**", 1), "name", "x"))),
                refused("collation", index(doc("key", doc("a", 1), "name", "x", "collation", doc("locale", "vi")))),
                refused("hidden", index(doc("key", doc("a", 1), "name", "x", "hidden", true))),
                refused(
                        "aggregation pipeline",
                        doc("findAndModify", "c", "query", doc("_id", 1), "update", List.of(doc("$set", doc("a", 1))))),
                refused("$bit", doc("findAndModify", "c", "update", doc("$bit", doc("a", doc("and", 1))))),
                refused("whole database", doc("aggregate", 1, "pipeline", List.of(), "cursor", doc())),
                refused("$geoNear", aggregate(doc("$geoNear", doc()))),
                refused("$text", aggregate(doc("$match", doc("$text", doc("$search", "x"))))),
                refused("$where", aggregate(doc("$facet", doc("a", List.of(doc("$match", doc("$where", "1"))))))),
                refused("$merge with a pipeline", aggregate(doc("$merge", doc("into", "k", "whenMatched", List.of())))),
                code(40573, aggregate(doc("$changeStream", doc()))),
                code(40324, aggregate(doc("$setWindowFields", doc()))),
                code(
                        20,
                        doc(
                                "insert",
                                "c",
                                "documents",
                                List.of(doc("a", 1)),
                                "startTransaction",
                                true,
                                "txnNumber",
                                1L)),
                code(59, doc("explain", doc("find", "c"))),
                code(59, doc("collMod", "c")),
                code(59, doc("bulkWrite", 1)),
                code(59, doc("mapReduce", "c")),
                code(59, doc("commitTransaction", 1)));
    }

    @TestFactory
    Stream<DynamicTest> refusesStatementsOfABulk() {
        Document pipeline = doc("q", doc("_id", 1), "u", List.of(doc("$set", doc("a", 1))));
        Document collated = doc("q", doc("_id", 1), "u", doc("$set", doc("a", 1)), "collation", doc("locale", "vi"));
        Document sorted = doc("q", doc(), "u", doc("$set", doc("a", 1)), "sort", doc("a", 1));
        return Map.of("aggregation pipeline", pipeline, "collation", collated, "sort", sorted).entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    Document reply = driver.run("update", "c", "updates", List.of(entry.getValue()));
                    Document error =
                            reply.getList("writeErrors", Document.class).getFirst();
                    Assertions.assertThat(error.getInteger("code")).isEqualTo(115);
                    Assertions.assertThat(error.getString("errmsg")).contains(entry.getKey());
                }));
    }

    private static Document index(Document index) {
        return doc("createIndexes", "c", "indexes", List.of(index));
    }

    private static Document aggregate(Document stage) {
        return doc("aggregate", "c", "pipeline", List.of(stage), "cursor", doc());
    }

    private static DynamicTest refused(String name, Document command) {
        return dynamicTest(
                command.toJson(),
                () -> assertThatThrownBy(() -> run(command))
                        .isInstanceOfSatisfying(
                                MongoCommandException.class,
                                e -> Assertions.assertThat(e.getErrorCode()).isEqualTo(115))
                        .hasMessageContaining(name)
                        .hasMessageContaining("MONGODB_URI"));
    }

    private static DynamicTest code(int code, Document command) {
        return dynamicTest(
                command.toJson(),
                () -> assertThatThrownBy(() -> run(command))
                        .isInstanceOfSatisfying(
                                MongoCommandException.class,
                                e -> Assertions.assertThat(e.getErrorCode()).isEqualTo(code)));
    }

    private static Document run(Document command) {
        return Driver.one(driver.database().runCommand(command));
    }
}
