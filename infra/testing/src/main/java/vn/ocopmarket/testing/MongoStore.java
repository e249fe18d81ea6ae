package vn.ocopmarket.testing;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** The MongoDB-compatible server of this JVM, started at first use and stopped with the JVM. */
final class MongoStore {

    private static final String URI = start();

    private MongoStore() {}

    static String uri() {
        return URI;
    }

    private static String start() {
        var server = new MongoServer(new MemoryBackend());
        var address = server.bind();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
        return "mongodb://%s:%d/?directConnection=true&retryWrites=false"
                .formatted(address.getAddress().getHostAddress(), address.getPort());
    }
}
