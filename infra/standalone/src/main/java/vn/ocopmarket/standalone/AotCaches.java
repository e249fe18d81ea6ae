package vn.ocopmarket.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes the JVM caches of a first start: the services record what they load while they start and serve, and here they are
 * told that it is enough. From the next start on they read the cache and are ready in a fraction of the time.
 */
final class AotCaches {

    private static final long LIMIT_SECONDS = 180;

    private final Map<String, Application> applications;
    private final Market market;

    AotCaches(Map<String, Application> applications, Market market) {
        this.applications = applications;
        this.market = market;
    }

    boolean anyMissing() {
        return Application.canCache()
                && applications.values().stream().anyMatch(application -> !Files.exists(application.cache()));
    }

    /** Ends the recordings, one after the other so that the market stays quick. A cache that fails is tried again next time. */
    void make() throws InterruptedException {
        for (var entry : applications.entrySet()) {
            var application = entry.getValue();
            var pid = market.pid(entry.getKey());
            if (pid.isPresent() && !Files.exists(application.cache())) {
                make(application, pid.getAsLong());
            }
        }
    }

    private static void make(Application application, long pid) throws InterruptedException {
        try {
            var process = new ProcessBuilder(JavaHome.tool("jcmd"), Long.toString(pid), "AOT.end_recording")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && Files.exists(application.cacheInTheMaking())) {
                Files.move(application.cacheInTheMaking(), application.cache(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException _) {
            // The next start is as slow as this one, and tries again.
        }
    }
}
