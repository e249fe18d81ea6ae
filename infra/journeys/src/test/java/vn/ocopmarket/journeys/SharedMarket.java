package vn.ocopmarket.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.ocopmarket.standalone.RunningMarket;

/** Gives every test that asks for it the one market of this run, with sample data, on free ports and in a folder of its own. */
final class SharedMarket implements ParameterResolver {

    /** Root of the source tree; tests run in the folder of their module. */
    static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    /** {@code FOLDER:PORT} of a market that runs already and is used instead, to write journeys quickly. */
    private static final String RUNNING = System.getProperty("ocop.market", "");

    /** Making JVM caches for one run would only slow it down. */
    private static final Map<String, String> ENVIRONMENT = Map.of("OCOP_AOT_CACHE", "off");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningMarket.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedMarket.class))
                .computeIfAbsent("start", _ -> new Start(newFolder()), Start.class)
                .market();
    }

    /** A market that one test may treat badly. */
    static RunningMarket start(Path data, Map<String, String> environment, String... options) {
        var all = new HashMap<>(ENVIRONMENT);
        all.putAll(environment);
        return RunningMarket.start(HOME, data, List.of(options), all);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("ocop-journeys-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunningMarket startOrJoin(Path folder) {
        if (RUNNING.isEmpty()) {
            return start(folder, Map.of());
        }
        var colon = RUNNING.lastIndexOf(':');
        return RunningMarket.join(Path.of(RUNNING.substring(0, colon)), Integer.parseInt(RUNNING.substring(colon + 1)));
    }

    /** The one start of this run, also when it failed: the next test would wait as long and hear the same. */
    private static final class Start implements AutoCloseable {

        private final Path folder;
        private @Nullable RunningMarket market;
        private @Nullable RuntimeException failure;

        Start(Path folder) {
            this.folder = folder;
            try {
                market = startOrJoin(folder);
            } catch (RuntimeException e) {
                failure = e;
            }
        }

        RunningMarket market() {
            if (market == null) {
                throw new IllegalStateException("The market of this run did not start", failure);
            }
            return market;
        }

        /** Ends the market after the last test, and leaves nothing behind. */
        @Override
        public void close() throws IOException {
            if (market != null) {
                market.close();
            }
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
