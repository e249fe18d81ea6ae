package vn.ocopmarket.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps one process of the market running: starts it, tells when it is ready, restarts it when it dies, stops it. */
final class Supervisor {

    private static final int TRIES_BEFORE_FIRST_READY = 3;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration HEALTH_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration STOP_GRACE = Duration.ofSeconds(8);

    private final Part part;
    private final LogFile log;
    private final Path pidFile;
    private final Console console;
    private final CompletableFuture<Duration> firstReady = new CompletableFuture<>();
    private volatile @Nullable Process process;
    private volatile boolean printedReady;
    private volatile boolean stopping;

    Supervisor(Part part, LogFile log, Path pidFile, Console console) {
        this.part = part;
        this.log = log;
        this.pidFile = pidFile;
        this.console = console;
    }

    String name() {
        return part.name();
    }

    /** Completes with the time from the start to ready; fails with {@link StartRefused} when it does not start at all. */
    CompletableFuture<Duration> firstReady() {
        return firstReady;
    }

    /** Empty while it does not run. */
    OptionalLong pid() {
        var running = process;
        return running == null ? OptionalLong.empty() : OptionalLong.of(running.pid());
    }

    /** Starts as soon as the others are ready. */
    void startAfter(CompletableFuture<?> others) {
        others.whenComplete((_, failure) -> {
            if (failure == null) {
                Thread.ofPlatform().daemon().name("supervise-" + part.name()).start(this::supervise);
            } else {
                firstReady.completeExceptionally(failure);
            }
        });
    }

    private void supervise() {
        var restarts = new Backoff();
        try {
            while (!stopping) {
                var started = System.nanoTime();
                var exit = runToItsEnd();
                if (stopping) {
                    return;
                }
                if (!firstReady.isDone() && restarts.count() + 1 >= TRIES_BEFORE_FIRST_READY) {
                    firstReady.completeExceptionally(new StartRefused(doesNotStart(exit)));
                    return;
                }
                var pause = restarts.next(Duration.ofNanos(System.nanoTime() - started));
                console.say("  %s ended with %d; starting it again in %s"
                        .formatted(part.name(), exit, Console.seconds(pause)));
                Thread.sleep(pause);
            }
        } catch (InterruptedException | IOException | RuntimeException e) {
            var refused = new StartRefused(part.name() + " cannot be started: " + e);
            refused.addSuppressed(e);
            firstReady.completeExceptionally(refused);
        }
    }

    private int runToItsEnd() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(ProcessGroup.own(part.command().get())).redirectErrorStream(true);
        builder.environment().putAll(part.environment());
        var started = System.nanoTime();
        printedReady = false;
        var running = builder.start();
        process = running;
        Files.writeString(pidFile, Long.toString(running.pid()));
        Thread.ofPlatform().daemon().name("log-" + part.name()).start(() -> copyOutput(running));
        if (stopping) {
            // Asked to stop while it was being started: nobody else knows this process yet.
            running.destroyForcibly();
        }
        while (running.isAlive() && !isReady()) {
            Thread.sleep(POLL);
        }
        if (running.isAlive()) {
            becameReady(Duration.ofNanos(System.nanoTime() - started));
        }
        var exit = running.waitFor();
        Files.deleteIfExists(pidFile);
        return exit;
    }

    private void becameReady(Duration took) {
        if (firstReady.isDone()) {
            console.say("  %s is ready again after %s".formatted(part.name(), Console.seconds(took)));
        } else {
            console.say("  %-24s ready, took %s".formatted(part.name(), Console.seconds(took)));
            firstReady.complete(took);
        }
    }

    private boolean isReady() {
        return switch (part.readiness()) {
            case Readiness.ReadyLine() -> printedReady;
            case Readiness.Health(var endpoint) -> {
                try {
                    var connection = (HttpURLConnection) endpoint.toURL().openConnection();
                    connection.setConnectTimeout((int) HEALTH_TIMEOUT.toMillis());
                    connection.setReadTimeout((int) HEALTH_TIMEOUT.toMillis());
                    var status = connection.getResponseCode();
                    connection.disconnect();
                    yield status == HttpURLConnection.HTTP_OK;
                } catch (IOException _) {
                    yield false;
                }
            }
        };
    }

    private void copyOutput(Process running) {
        try (BufferedReader lines = running.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                log.append(line);
                printedReady = printedReady || line.startsWith("READY");
            }
        } catch (IOException _) {
            // The process is gone, and its output with it.
        }
    }

    private String doesNotStart(int exit) {
        return "%s does not start (it ended with %d). The end of %s:%n  %s"
                .formatted(part.name(), exit, log.path(), String.join("\n  ", log.tail(12)));
    }

    /** From now on its end is not a fault. */
    void expectEnd() {
        stopping = true;
    }

    /** Ends the process: first by closing its input, then by force. */
    void stop() {
        expectEnd();
        var running = process;
        if (running == null) {
            return;
        }
        try {
            running.getOutputStream().close();
            if (!running.waitFor(STOP_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly();
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException | InterruptedException _) {
            running.destroyForcibly();
        }
    }
}
