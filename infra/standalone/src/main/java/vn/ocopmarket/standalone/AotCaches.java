package vn.ocopmarket.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes the JVM caches that are missing while the market already runs: each service is started once more, at low priority, up to
 * the moment before it serves. From the next start on it reads the cache and is ready in a fraction of the time.
 */
final class AotCaches {

    private static final long LIMIT_SECONDS = 300;
    private static final List<String> LOW_PRIORITY = List.of("nice", "-n", "19");

    private final Map<String, Application> applications;
    private final Map<String, String> environment;

    AotCaches(Map<String, Application> applications, Map<String, String> environment) {
        this.applications = applications;
        this.environment = environment;
    }

    boolean anyMissing() {
        return Application.usesCache()
                && !"read".equals(System.getenv("OCOP_AOT_CACHE"))
                && applications.values().stream().anyMatch(application -> !Files.exists(application.cache()));
    }

    /** One after the other. A cache that fails is tried again after the next start. */
    void make() throws InterruptedException {
        for (var application : applications.values()) {
            if (!Files.exists(application.cache())) {
                make(application);
            }
        }
    }

    private void make(Application application) throws InterruptedException {
        var fresh =
                application.cache().resolveSibling("." + ProcessHandle.current().pid() + ".aot");
        var command = new ArrayList<>(LOW_PRIORITY);
        command.addAll(application.training(fresh));
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            var training = builder.start();
            if (training.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                keep(fresh, application.cache());
            }
            training.destroyForcibly();
        } catch (IOException _) {
            // The next start is as slow as this one, and tries again.
        }
    }

    private static void keep(Path fresh, Path cache) throws IOException {
        if (Files.exists(fresh)) {
            Files.move(fresh, cache, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
