package vn.ocopmarket.embeddedmongo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to start a server.
 *
 * @param folder where the data is kept, null for memory only
 * @param port 0 for any free one
 * @param maxBytes how many bytes of documents it takes
 */
public record ServerOptions(@Nullable Path folder, int port, long maxBytes) {

    /** The data lives in the heap: beyond this, a MongoDB is the right place for it. */
    public static final long DEFAULT_MAX_BYTES = 512L << 20;

    public static ServerOptions inFolder(Path folder) {
        return new ServerOptions(folder, 0, DEFAULT_MAX_BYTES);
    }

    public static ServerOptions inMemory() {
        return new ServerOptions(null, 0, DEFAULT_MAX_BYTES);
    }

    public ServerOptions withPort(int chosen) {
        return new ServerOptions(folder, chosen, maxBytes);
    }

    public ServerOptions withMaxBytes(long limit) {
        return new ServerOptions(folder, port, limit);
    }
}
