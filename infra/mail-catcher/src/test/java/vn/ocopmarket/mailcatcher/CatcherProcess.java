package vn.ocopmarket.mailcatcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A catcher as a process of its own, with little memory; it ends when that is not enough. */
final class CatcherProcess implements AutoCloseable {

    private static final PrintStream OUT = System.out;

    private final Process process;
    private final BufferedReader output;

    private CatcherProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static CatcherProcess withHeapOf(int megabytes) throws IOException {
        return new CatcherProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CatcherProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** On ports that are free, which it tells. */
    public static void main(String[] arguments) throws IOException {
        try (var catcher = MailCatcher.start(0, 0)) {
            OUT.println(catcher.smtpPort());
            OUT.flush();
            var _ = System.in.read();
        }
        System.exit(0);
    }

    int awaitSmtpPort() throws IOException {
        return Integer.parseInt(output.readLine());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
