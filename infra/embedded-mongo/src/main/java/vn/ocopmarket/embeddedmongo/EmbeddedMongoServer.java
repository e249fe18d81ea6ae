package vn.ocopmarket.embeddedmongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ocopmarket.embeddedmongo.command.CommandTable;
import vn.ocopmarket.embeddedmongo.journal.JournalStopped;
import vn.ocopmarket.embeddedmongo.store.Store;
import vn.ocopmarket.embeddedmongo.wire.Listener;

/** The running server; it holds its folder and its port until it is closed. */
public final class EmbeddedMongoServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedMongoServer.class);
    private static final long TIDIED_EVERY_SECONDS = 5;

    private final @Nullable DataFolder folder;
    private final Store store;
    private final CommandTable commands;
    private final Listener listener;
    private final ScheduledExecutorService tidying;

    private EmbeddedMongoServer(@Nullable DataFolder folder, Store store, ServerOptions options) {
        InstantSource clock = InstantSource.system();
        this.folder = folder;
        this.store = store;
        this.commands = new CommandTable(store, options.maxBytes(), clock);
        this.listener = new Listener(options.port(), commands, store.log());
        this.tidying = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("mongo-tidying").daemon().factory());
        tidying.scheduleWithFixedDelay(() -> tidy(clock), TIDIED_EVERY_SECONDS, TIDIED_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Keeps its data in the options' folder. Throws {@link FolderInUse} when another process does so too. */
    public static EmbeddedMongoServer open(ServerOptions options) throws IOException {
        Path path = options.folder();
        if (path == null) {
            return new EmbeddedMongoServer(null, Store.inMemory(), options);
        }
        DataFolder folder = DataFolder.hold(path);
        try {
            return start(folder, Store.open(path), options);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Keeps its data in memory, on a free port: for tests. */
    public static EmbeddedMongoServer inMemory() {
        try {
            return open(ServerOptions.inMemory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedMongoServer start(DataFolder folder, Store store, ServerOptions options) {
        try {
            return new EmbeddedMongoServer(folder, store, options);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + listener.port() + "/?directConnection=true&retryWrites=false";
    }

    private void tidy(InstantSource clock) {
        try {
            store.expire(clock.instant());
            commands.expireCursors();
        } catch (JournalStopped e) {
            log.debug("Nothing expires while writes are stopped", e);
        } catch (RuntimeException e) {
            log.warn("Expired documents could not be deleted", e);
        }
    }

    /** Ends the connections, then writes what was taken and lets go of the folder. */
    @Override
    public void close() {
        tidying.shutdownNow();
        listener.close();
        store.close();
        if (folder != null) {
            try {
                folder.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
