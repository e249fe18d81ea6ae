package vn.ocopmarket.stripesimulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one simulator runs.
 *
 * @param port to listen on; 0 takes a free one
 * @param data folder of the journal
 * @param apiKey the only key that is accepted; any test key when null
 * @param webhook where events go; nowhere when null
 * @param webhookSecret signs them
 * @param traffic who listens
 * @param retry the first wait before an event that was not taken is sent again; doubles up to 32 times it
 */
public record SimulatorSettings(
        int port,
        Path data,
        @Nullable String apiKey,
        @Nullable URI webhook,
        String webhookSecret,
        Duration retry,
        Clock clock,
        Traffic traffic) {

    public static final int DEFAULT_PORT = 8083;

    public static SimulatorSettings of(int port, Path data, @Nullable String apiKey, String webhookSecret) {
        return new SimulatorSettings(
                port, data, apiKey, null, webhookSecret, Duration.ofSeconds(1), Clock.systemUTC(), Traffic.UNHEARD);
    }

    public SimulatorSettings sendingTo(URI webhook, Duration retry) {
        return new SimulatorSettings(port, data, apiKey, webhook, webhookSecret, retry, clock, traffic);
    }

    public SimulatorSettings heardBy(Traffic listener) {
        return new SimulatorSettings(port, data, apiKey, webhook, webhookSecret, retry, clock, listener);
    }
}
