package vn.ocopmarket.standalone;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All processes of the market, started in the order of their needs and stopped in the opposite one. */
final class Market implements AutoCloseable {

    private final Map<String, Supervisor> supervisors = new LinkedHashMap<>();
    private final List<Part> parts;
    private final Console console;

    /** @param parts each after the ones it needs */
    Market(List<Part> parts, DataFolder data, Console console) {
        this.parts = List.copyOf(parts);
        this.console = console;
        var logs = data.folder("logs");
        var pids = data.folder("pids");
        for (var part : parts) {
            var log = new LogFile(logs.resolve(part.name() + ".log"));
            supervisors.put(part.name(), new Supervisor(part, log, pids.resolve(part.name()), console));
        }
    }

    void start() {
        for (var part : parts) {
            var needed = part.after().stream()
                    .map(name -> supervisor(name).firstReady())
                    .toArray(CompletableFuture[]::new);
            supervisor(part.name()).startAfter(CompletableFuture.allOf(needed));
        }
    }

    /** Returns when every part is ready; throws {@link StartRefused} as soon as one does not start. */
    void awaitReady() throws InterruptedException {
        var began = System.nanoTime();
        for (var supervisor : supervisors.values()) {
            while (!isReady(supervisor)) {
                var waited = Duration.ofNanos(System.nanoTime() - began);
                console.progress("  waiting for %s … %d s".formatted(waitedFor(), waited.toSeconds()));
            }
        }
    }

    OptionalLong pid(String part) {
        return supervisor(part).pid();
    }

    /** Ends the services all at once, then what they rely on. */
    @Override
    public void close() {
        supervisors.values().forEach(Supervisor::expectEnd);
        stopAll(parts.stream().filter(part -> part.readiness() instanceof Readiness.Health));
        stopAll(parts.stream().filter(part -> part.readiness() instanceof Readiness.ReadyLine));
    }

    private void stopAll(Stream<Part> some) {
        var stopping = some.map(part -> Thread.ofPlatform().start(supervisor(part.name())::stop))
                .toList();
        for (var thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isReady(Supervisor supervisor) throws InterruptedException {
        try {
            var unused = supervisor.firstReady().get(500, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return failIfAnyFailed();
        } catch (ExecutionException _) {
            throw refusal(supervisor.firstReady().exceptionNow());
        }
    }

    private boolean failIfAnyFailed() {
        for (var supervisor : supervisors.values()) {
            if (supervisor.firstReady().isCompletedExceptionally()) {
                throw refusal(supervisor.firstReady().exceptionNow());
            }
        }
        return false;
    }

    /** A part that waited for one that failed fails with the same cause, wrapped. */
    private static StartRefused refusal(Throwable failure) {
        var cause = failure.getCause();
        if (failure instanceof StartRefused refused) {
            return refused;
        }
        return cause == null ? new StartRefused(failure.toString()) : refusal(cause);
    }

    private String waitedFor() {
        return supervisors.values().stream()
                .filter(supervisor -> !supervisor.firstReady().isDone())
                .map(Supervisor::name)
                .collect(Collectors.joining(", "));
    }

    private Supervisor supervisor(String name) {
        var supervisor = supervisors.get(name);
        if (supervisor == null) {
            throw new IllegalArgumentException("no part is called " + name);
        }
        return supervisor;
    }
}
