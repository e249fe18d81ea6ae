package vn.ocopmarket.standalone;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** Runs another main class and ends the process when its standard input closes, so that nothing outlives its launcher. */
public final class EndWithParent {

    private EndWithParent() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        var watch = new Thread(null, EndWithParent::awaitEndOfInput, "end-with-parent", 128 << 10);
        watch.setDaemon(true);
        watch.start();
        var main = Class.forName(arguments[0]).getMethod("main", String[].class);
        try {
            var unused = main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nobody has anything to say here; only the end counts.
            }
        } catch (IOException _) {
            // Like the end.
        }
        System.exit(0);
    }
}
