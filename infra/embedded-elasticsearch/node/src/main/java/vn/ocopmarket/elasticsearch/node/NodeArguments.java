package vn.ocopmarket.elasticsearch.node;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param data folder that keeps the data over restarts
 * @param port 0 for a free one
 * @param home the built distribution
 */
record NodeArguments(Path data, int port, Path home) {

    static final String USAGE = "Usage: NodeMain --data DIR [--port N] [--home DIST]";

    /** @throws IllegalArgumentException says what is wrong with the arguments */
    static NodeArguments parse(String... arguments) {
        @Nullable Path data = null;
        @Nullable Path home = null;
        var port = 0;
        for (var i = 0; i < arguments.length; i += 2) {
            var value = valueAfter(arguments, i);
            switch (arguments[i]) {
                case "--data" -> data = Path.of(value);
                case "--port" -> port = port(value);
                case "--home" -> home = Path.of(value);
                default -> throw new IllegalArgumentException("Unknown argument " + arguments[i]);
            }
        }
        if (data == null) {
            throw new IllegalArgumentException("--data is missing");
        }
        return new NodeArguments(data, port, home == null ? homeOfThisJar() : home);
    }

    private static String valueAfter(String[] arguments, int position) {
        if (position + 1 == arguments.length) {
            throw new IllegalArgumentException(arguments[position] + " has no value");
        }
        return arguments[position + 1];
    }

    private static int port(String value) {
        try {
            var port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // The message below says it better.
        }
        throw new IllegalArgumentException("--port takes 0 to 65535, not " + value);
    }

    /** The distribution is the folder above the one with this jar. */
    private static Path homeOfThisJar() {
        try {
            var jar = NodeArguments.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(jar.toURI()).resolve("../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
