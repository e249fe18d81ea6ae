package vn.ocopmarket.embeddedmongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Each test gets a server of its own, in memory, and a driver for it. */
abstract class ServerTest {

    protected EmbeddedMongoServer server;
    protected Driver driver;
    protected MongoCollection<Document> things;

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
}
