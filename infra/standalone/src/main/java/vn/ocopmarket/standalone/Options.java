package vn.ocopmarket.standalone;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param portBase of the storefront; the others follow
 * @param data folder of data, logs and secrets
 * @param fresh empty that folder first
 * @param sampleData load the sample market
 * @param detach return when ready
 */
record Options(int portBase, Path data, boolean fresh, boolean sampleData, boolean detach) {

    private static final String HELP = "; infra/up --help lists the options";

    private static final Options DEFAULTS = new Options(8080, Path.of("data"), false, true, false);

    /** Highest base that leaves room for the ports after it. */
    private static final int LAST_PORT_BASE = 65_535 - Addresses.PORTS;

    static Options parse(String... arguments) {
        var rest = new ArrayDeque<>(List.of(arguments));
        var options = DEFAULTS;
        while (!rest.isEmpty()) {
            options = options.with(rest.pop(), rest);
        }
        return options;
    }

    private Options with(String option, Deque<String> rest) {
        return switch (option) {
            case "--port-base" -> new Options(port(value(option, rest)), data, fresh, sampleData, detach);
            case "--data" -> new Options(portBase, Path.of(value(option, rest)), fresh, sampleData, detach);
            case "--fresh" -> new Options(portBase, data, true, sampleData, detach);
            case "--no-sample-data" -> new Options(portBase, data, fresh, false, detach);
            case "--detach" -> new Options(portBase, data, fresh, sampleData, true);
            default -> throw new StartRefused("unknown option " + option + HELP);
        };
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new StartRefused(option + " needs a value" + HELP);
        }
        return rest.pop();
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port >= 1024 && port <= LAST_PORT_BASE) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Told below, like a number out of range.
        }
        throw new StartRefused("--port-base must be a number from 1024 to " + LAST_PORT_BASE + ", not " + text);
    }
}
