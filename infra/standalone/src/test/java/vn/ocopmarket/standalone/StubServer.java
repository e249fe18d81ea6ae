package vn.ocopmarket.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that does what its argument says: {@code serve} until its input ends, {@code fail} at once, or leave a mark at its end. */
public final class StubServer {

    private StubServer() {}

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "serve" -> {
                System.out.println("READY stub");
                awaitEndOfInput();
                if (arguments.length > 1) {
                    Files.writeString(Path.of(arguments[1]), "ended");
                }
            }
            case "fail" -> {
                System.err.println("the disk is made of cheese");
                System.exit(3);
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // Only the end counts.
        }
    }
}
