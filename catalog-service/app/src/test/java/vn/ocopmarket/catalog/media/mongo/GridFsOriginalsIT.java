package vn.ocopmarket.catalog.media.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import vn.ocopmarket.catalog.media.Originals;
import vn.ocopmarket.catalog.media.OriginalsContract;
import vn.ocopmarket.testing.Stores;

class GridFsOriginalsIT extends OriginalsContract {

    private static MongoClient client;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(Stores.mongoUri());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Override
    protected Originals originals() {
        return new GridFsOriginals(
                client.getDatabase("originals" + ProcessHandle.current().pid()));
    }
}
