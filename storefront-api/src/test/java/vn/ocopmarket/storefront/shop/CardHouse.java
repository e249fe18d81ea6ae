package vn.ocopmarket.storefront.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import vn.ocopmarket.stripesimulator.SimulatorSettings;
import vn.ocopmarket.stripesimulator.StripeSimulator;
import vn.ocopmarket.testing.TemporaryFolder;

/**
 * Stripe as the shop knows it: at one address, there or away, and it forgets nothing while it is away. It keeps its port
 * meanwhile, which anybody could take.
 */
final class CardHouse {

    static final String KEY = "sk_test_shop";
    static final String SECRET = "whsec_shop";

    private final StripeSimulator simulator;
    private boolean away;

    CardHouse() {
        try {
            var folder = TemporaryFolder.create("ocop-cards-");
            simulator = StripeSimulator.start(SimulatorSettings.of(0, folder, KEY, SECRET));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return simulator.address();
    }

    void goAway() {
        fault("{\"down\":true}");
        away = true;
    }

    void comeBack() {
        if (away) {
            fault("{}");
            away = false;
        }
    }

    private void fault(String json) {
        var request = HttpRequest.newBuilder(address().resolve("/_control/faults"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The simulator answered " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
