package vn.ocopmarket.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person who started the market reads. On a terminal the progress line replaces itself; elsewhere it is left out. */
final class Console {

    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private boolean progressShown;

    Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static Console ofProcess() {
        var console = System.console();
        return new Console(System.out, console != null && console.isTerminal());
    }

    synchronized void say(String line) {
        out.print(progressShown ? ERASE_LINE : "");
        progressShown = false;
        out.println(line);
        out.flush();
    }

    /** Shows what is going on now, until the next line. */
    synchronized void progress(String text) {
        if (terminal) {
            out.print(ERASE_LINE + text);
            out.flush();
            progressShown = true;
        }
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
