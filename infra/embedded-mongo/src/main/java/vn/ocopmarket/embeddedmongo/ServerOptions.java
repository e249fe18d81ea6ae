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

    private static final int PERCENT_OF_HEAP = 60;

    /** The data lives in the heap, beside its indexes: beyond this, a MongoDB is the right place for it. */
    public static long defaultMaxBytes() {
        return Runtime.getRuntime().maxMemory() / 100 * PERCENT_OF_HEAP;
    }

    public static ServerOptions inFolder(Path folder) {
        return new ServerOptions(folder, 0, defaultMaxBytes());
    }

    public static ServerOptions inMemory() {
        return new ServerOptions(null, 0, defaultMaxBytes());
    }

    public ServerOptions withPort(int chosen) {
        return new ServerOptions(folder, chosen, maxBytes);
    }

    public ServerOptions withMaxBytes(long limit) {
        return new ServerOptions(folder, port, limit);
    }
}
