package vn.ocopmarket.mailcatcher;

import java.io.IOException;
import java.io.PrintStream;

/** Starts one catcher as a process of its own; it ends when its standard input closes. */
public final class MailCatcherMain {

    private static final PrintStream OUT = System.out;

    private MailCatcherMain() {}

    /** {@code --smtp-port N --port N}. */
    public static void main(String[] arguments) throws IOException {
        var catcher = MailCatcher.start(port(arguments, "--smtp-port"), port(arguments, "--port"));
        OUT.println("READY " + catcher.address());
        OUT.flush();
        while (System.in.read() >= 0) {
            // Only the end counts.
        }
        catcher.close();
        System.exit(0);
    }

    private static int port(String[] arguments, String name) {
        for (int index = 0; index < arguments.length - 1; index++) {
            if (arguments[index].equals(name)) {
                return Integer.parseInt(arguments[index + 1]);
            }
        }
        return 0;
    }
}
