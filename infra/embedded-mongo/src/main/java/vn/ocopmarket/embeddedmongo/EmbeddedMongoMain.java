package vn.ocopmarket.embeddedmongo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ocopmarket.embeddedmongo.journal.Backup;
import vn.ocopmarket.embeddedmongo.store.Loading;

/** Runs the server as a process: prints one READY line, ends when its standard input ends or on SIGTERM. */
public final class EmbeddedMongoMain {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedMongoMain.class);
    private static final String USAGE =
            "usage: (--data FOLDER | --memory) [--port N] [--max-bytes N], or --data FOLDER --backup FILE";

    private EmbeddedMongoMain() {}

    static void main(String[] arguments) {
        try {
            Arguments parsed = Arguments.parse(arguments);
            if (parsed.backup() != null) {
                backUp(parsed.options(), parsed.backup());
            } else {
                serve(parsed.options());
            }
        } catch (IllegalArgumentException e) {
            log.error("{}; {}", e.getMessage(), USAGE);
            System.exit(2);
        } catch (IOException | RuntimeException e) {
            log.error("{}", e.getMessage() == null ? e : e.getMessage());
            System.exit(1);
        }
    }

    private record Arguments(
            ServerOptions options, @Nullable Path backup) {

        static Arguments parse(String[] arguments) {
            ServerOptions options = ServerOptions.inMemory();
            Path backup = null;
            boolean placed = false;
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--memory" -> placed = true;
                    case "--data" -> {
                        placed = true;
                        options = new ServerOptions(Path.of(value(arguments, ++i)), options.port(), options.maxBytes());
                    }
                    case "--port" -> options = options.withPort(Integer.parseInt(value(arguments, ++i)));
                    case "--max-bytes" -> options = options.withMaxBytes(Long.parseLong(value(arguments, ++i)));
                    case "--backup" -> backup = Path.of(value(arguments, ++i));
                    default -> throw new IllegalArgumentException("unknown argument " + arguments[i]);
                }
            }
            if (!placed || backup != null && options.folder() == null) {
                throw new IllegalArgumentException("no data folder given");
            }
            return new Arguments(options, backup);
        }

        private static String value(String[] arguments, int index) {
            if (index >= arguments.length) {
                throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
            }
            return arguments[index];
        }
    }

    private static void backUp(ServerOptions options, Path target) throws IOException {
        Path folder = options.folder();
        if (folder != null) {
            long bytes = Backup.write(folder, target, new Loading());
            log.info("Wrote {} bytes to {}", bytes, target);
        }
    }

    private static void serve(ServerOptions options) throws IOException {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        try (EmbeddedMongoServer server = EmbeddedMongoServer.open(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stop.countDown();
                await(stopped);
            }));
            Thread.ofPlatform().daemon().name("mongo-stdin").start(() -> awaitEndOfInput(stop));
            System.out.println("READY " + server.uri());
            await(stop);
        } finally {
            stopped.countDown();
        }
    }

    private static void awaitEndOfInput(CountDownLatch stop) {
        try {
            while (System.in.read() >= 0) {
                // Whatever is typed does not matter, only that it ends.
            }
        } catch (IOException e) {
            log.debug("Standard input is gone", e);
        }
        stop.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
