package vn.ocopmarket.storefront.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.ocopmarket.stripesimulator.SimulatorSettings;
import vn.ocopmarket.stripesimulator.StripeSimulator;

/** Stripe as the shop knows it: at one address, there or away, and it forgets nothing while it is away. */
final class CardHouse {

    static final String KEY = "sk_test_shop";
    static final String SECRET = "whsec_shop";

    private final Path folder;
    private final URI address;
    private StripeSimulator simulator;
    private boolean away;

    CardHouse() {
        try {
            folder = Files.createTempDirectory("ocop-cards-");
            simulator = StripeSimulator.start(SimulatorSettings.of(0, folder, KEY, SECRET));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = simulator.address();
    }

    URI address() {
        return address;
    }

    void goAway() {
        away = true;
        simulator.close();
    }

    void comeBack() {
        if (away) {
            try {
                simulator = StripeSimulator.start(SimulatorSettings.of(address.getPort(), folder, KEY, SECRET));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            away = false;
        }
    }
}
