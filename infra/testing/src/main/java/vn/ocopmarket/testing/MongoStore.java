package vn.ocopmarket.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import vn.ocopmarket.embeddedmongo.EmbeddedMongoServer;

/** The MongoDB of this JVM, started at first use and gone with the JVM. */
final class MongoStore {

    private static final System.Logger LOG = System.getLogger(MongoStore.class.getName());
    private static final String IMAGE = "mongo:8";
    private static final int PORT = 27017;

    private static final String URI = Docker.answers() ? startContainer() : startEmbedded();

    private MongoStore() {}

    static String uri() {
        return URI;
    }

    /** Nobody closes it: it is nothing but memory of this JVM, and whatever still runs at the end may still ask it. */
    @SuppressWarnings("resource")
    private static String startEmbedded() {
        var server = EmbeddedMongoServer.inMemory();
        LOG.log(System.Logger.Level.INFO, "Tests use the embedded MongoDB-compatible server at {0}", server.uri());
        return server.uri();
    }

    /** A replica set of one, because that is what the services meet in production. */
    @SuppressWarnings("resource") // It lives as long as the JVM; Testcontainers removes it then.
    private static String startContainer() {
        var container = new GenericContainer<>(IMAGE)
                .withExposedPorts(PORT)
                .withCommand("--replSet", "rs0", "--bind_ip_all")
                .waitingFor(Wait.forLogMessage("(?i).*waiting for connections.*", 1)
                        .withStartupTimeout(Duration.ofMinutes(3)));
        container.start();
        initiateReplicaSet(container);
        var uri = "mongodb://%s:%d/?directConnection=true&retryWrites=false"
                .formatted(container.getHost(), container.getMappedPort(PORT));
        LOG.log(System.Logger.Level.INFO, "Tests use MongoDB in a container ({0}) at {1}", IMAGE, uri);
        return uri;
    }

    private static void initiateReplicaSet(GenericContainer<?> container) {
        var initiate = "rs.initiate({_id: 'rs0', members: [{_id: 0, host: 'localhost:27017'}]});"
                + "while (!db.hello().isWritablePrimary) sleep(100)";
        try {
            var result = container.execInContainer("mongosh", "--quiet", "--eval", initiate);
            if (result.getExitCode() != 0) {
                throw new IllegalStateException("The replica set did not start: " + result.getStderr());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
