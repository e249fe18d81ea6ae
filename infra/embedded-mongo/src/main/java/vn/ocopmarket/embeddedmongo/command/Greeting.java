package vn.ocopmarket.embeddedmongo.command;

import de.bwaldvogel.mongo.bson.Document;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ocopmarket.embeddedmongo.bson.Bson;
import vn.ocopmarket.embeddedmongo.store.Store;
import vn.ocopmarket.embeddedmongo.store.StoredCollection;

/** Commands by which drivers and health checks get to know the server. */
final class Greeting {

    /** The versions this server behaves like. */
    private static final String VERSION = "5.0.0";

    private static final int WIRE_VERSION = 13;

    private final Store store;
    private final Cursors cursors;
    private final InstantSource clock;

    Greeting(Store store, Cursors cursors, InstantSource clock) {
        this.store = store;
        this.cursors = cursors;
        this.clock = clock;
    }

    Map<String, Command> commands() {
        Map<String, Command> commands = new HashMap<>();
        commands.put("hello", this::hello);
        commands.put("ismaster", this::hello);
        commands.put("ping", _ -> Replies.ok());
        commands.put("buildinfo", _ -> buildInfo());
        commands.put("serverstatus", _ -> serverStatus());
        commands.put("startsession", _ -> Replies.ok(new Document("timeoutMinutes", 30)));
        commands.put("endsessions", _ -> Replies.ok());
        commands.put("refreshsessions", _ -> Replies.ok());
        commands.put("killsessions", _ -> Replies.ok());
        commands.put("connectionstatus", _ -> connectionStatus());
        commands.put("dbstats", this::databaseStats);
        commands.put("collstats", this::collectionStats);
        return commands;
    }

    private Document hello(Request request) {
        return Replies.ok(new Document("helloOk", true)
                .append(request.name().equals("hello") ? "isWritablePrimary" : "ismaster", true)
                .append("maxBsonObjectSize", Bson.MAX_DOCUMENT_BYTES)
                .append("maxMessageSizeBytes", 48_000_000)
                .append("maxWriteBatchSize", 100_000)
                .append("localTime", clock.instant())
                .append("logicalSessionTimeoutMinutes", 30)
                .append("minWireVersion", 0)
                .append("maxWireVersion", WIRE_VERSION)
                .append("readOnly", false));
    }

    private static Document buildInfo() {
        return Replies.ok(new Document("version", VERSION)
                .append("versionArray", List.of(5, 0, 0, 0))
                .append("modules", List.of("ocop-market-embedded"))
                .append("maxBsonObjectSize", Bson.MAX_DOCUMENT_BYTES));
    }

    private Document serverStatus() {
        return Replies.ok(new Document("host", "127.0.0.1")
                .append("version", VERSION)
                .append("process", "ocop-market-embedded")
                .append("pid", ProcessHandle.current().pid())
                .append("localTime", clock.instant())
                .append("liveBytes", store.liveBytes())
                .append("journalBytes", store.log().bytes())
                .append("openCursors", cursors.size()));
    }

    private static Document connectionStatus() {
        Document authentication =
                new Document("authenticatedUsers", List.of()).append("authenticatedUserRoles", List.of());
        return Replies.ok(new Document("authInfo", authentication));
    }

    private Document databaseStats(Request request) {
        var collections = store.database(request.database()).collections();
        return Replies.ok(new Document("db", request.database())
                .append("collections", collections.size())
                .append(
                        "objects",
                        collections.stream().mapToLong(StoredCollection::count).sum())
                .append(
                        "dataSize",
                        collections.stream()
                                .mapToLong(StoredCollection::dataBytes)
                                .sum())
                .append("storageSize", store.log().bytes())
                .append(
                        "indexes",
                        collections.stream()
                                .mapToInt(StoredCollection::getNumIndexes)
                                .sum()));
    }

    private Document collectionStats(Request request) {
        StoredCollection collection = store.database(request.database()).find(request.collection());
        int count = collection == null ? 0 : collection.count();
        long size = collection == null ? 0 : collection.dataBytes();
        return Replies.ok(new Document("ns", request.namespace())
                .append("count", count)
                .append("size", size)
                .append("avgObjSize", count == 0 ? 0 : size / count)
                .append("storageSize", size)
                .append("nindexes", collection == null ? 0 : collection.getNumIndexes()));
    }
}
