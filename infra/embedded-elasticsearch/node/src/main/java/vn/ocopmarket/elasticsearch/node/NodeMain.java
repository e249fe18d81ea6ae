package vn.ocopmarket.elasticsearch.node;

import java.io.IOException;
import org.elasticsearch.node.NodeValidationException;

/**
 * Starts the node, says {@code READY <uri>} as its only line on standard output, and lives until standard input closes or
 * it is told to end, so that it cannot outlive who started it.
 */
public final class NodeMain {

    private static final int BAD_ARGUMENTS = 2;
    private static final int CANNOT_START = 1;

    private NodeMain() {}

    public static void main(String[] arguments) throws IOException {
        try {
            run(NodeArguments.parse(arguments));
        } catch (IllegalArgumentException e) {
            fail(BAD_ARGUMENTS, e.getMessage() + System.lineSeparator() + NodeArguments.USAGE);
        }
        awaitEndOfInput();
        System.exit(0);
    }

    private static void run(NodeArguments arguments) {
        try {
            var node = EmbeddedNode.start(NodeFolders.prepare(arguments.home(), arguments.data()), arguments.port());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "stop"));
            System.out.println("READY " + node.uri());
        } catch (IOException | NodeValidationException | RuntimeException e) {
            e.printStackTrace();
            fail(CANNOT_START, "Elasticsearch cannot start: " + e.getMessage());
        }
    }

    private static void fail(int status, String message) {
        System.err.println(message);
        System.exit(status);
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // What is written to it means nothing; its end does.
        }
    }

    private static void close(EmbeddedNode node) {
        try {
            node.close();
        } catch (IOException e) {
            System.err.println("Elasticsearch did not close cleanly: " + e.getMessage());
        }
    }
}
