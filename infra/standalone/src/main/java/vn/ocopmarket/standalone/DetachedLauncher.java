package vn.ocopmarket.standalone;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the launcher once more as a process that stays, shows what it says until it is ready, and returns. */
final class DetachedLauncher {

    private static final long POLL_MILLIS = 200;

    private final Options options;
    private final Console console;

    DetachedLauncher(Options options, Console console) {
        this.options = options;
        this.console = console;
    }

    void run() throws InterruptedException {
        try {
            var log = Files.createDirectories(options.data()).toRealPath().resolve(DataFolder.LAUNCHER_LOG);
            Files.deleteIfExists(log);
            Files.createFile(log);
            var launcher = new ProcessBuilder(command())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(log.toFile())
                    .redirectErrorStream(true)
                    .start();
            follow(launcher, log);
        } catch (IOException e) {
            throw new StartRefused("the market cannot be started in the background: " + e);
        }
    }

    /** {@code nohup} makes it deaf to the end of the terminal. */
    private List<String> command() {
        var command = new ArrayList<>(List.of("nohup", JavaHome.java()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Standalone.class.getName()));
        command.addAll(List.of("--port-base", Integer.toString(options.portBase())));
        command.addAll(List.of("--data", options.data().toString()));
        if (options.fresh()) {
            command.add("--fresh");
        }
        if (!options.sampleData()) {
            command.add("--no-sample-data");
        }
        return command;
    }

    private void follow(Process launcher, Path log) throws IOException, InterruptedException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            while (true) {
                var alive = launcher.isAlive();
                for (var line = file.readLine(); line != null; line = file.readLine()) {
                    var text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                    console.say(text);
                    if (text.startsWith(Standalone.OPEN)) {
                        return;
                    }
                }
                if (!alive) {
                    System.exit(launcher.exitValue());
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }
}
