package vn.ocopmarket.storefront.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sees to the listed accounts before the first request is answered. */
final class AccountsWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsWorker.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** After the indexes are made, before the web server opens its port. */
    private static final int PHASE = 1_000;

    private final EnsuringAccounts ensuring;
    private final AccountSettings settings;
    private final JsonMapper json;
    private volatile boolean running;

    AccountsWorker(EnsuringAccounts ensuring, AccountSettings settings, JsonMapper json) {
        this.ensuring = ensuring;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public void start() {
        var file = settings.file();
        if (file != null && !file.toString().isEmpty()) {
            ensuring.ensure(read(file)).timeout(LONGEST_WAIT).toFuture().join();
            LOG.info("The listed accounts are ready");
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private List<ListedAccount> read(Path file) {
        try (var content = Files.newInputStream(file)) {
            return json.readValue(content, new TypeReference<List<ListedAccount>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The list of accounts cannot be read", e);
        }
    }
}
