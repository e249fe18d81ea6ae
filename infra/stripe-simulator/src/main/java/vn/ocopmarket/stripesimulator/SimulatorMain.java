package vn.ocopmarket.stripesimulator;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Starts one simulator as a process of its own; it ends when its standard input closes. */
public final class SimulatorMain {

    private static final PrintStream OUT = System.out;

    private SimulatorMain() {}

    /** {@code --port N --data DIR --webhook-url URL}; secrets come by environment. */
    public static void main(String[] arguments) throws IOException {
        var environment = System.getenv();
        var settings = SimulatorSettings.of(
                Integer.parseInt(option(
                        arguments,
                        "--port",
                        environment.getOrDefault(
                                "STRIPE_SIMULATOR_PORT", Integer.toString(SimulatorSettings.DEFAULT_PORT)))),
                Path.of(option(arguments, "--data", environment.getOrDefault("STRIPE_SIMULATOR_DATA", "stripe-data"))),
                environment.get("STRIPE_SECRET_KEY"),
                environment.getOrDefault("STRIPE_WEBHOOK_SECRET", "whsec_test"));
        var simulator = StripeSimulator.start(settings.sendingTo(
                URI.create(option(arguments, "--webhook-url", webhook(environment))), Duration.ofSeconds(1)));
        OUT.println("READY " + simulator.address());
        OUT.flush();
        awaitEndOfInput();
        simulator.close();
        System.exit(0);
    }

    private static String webhook(Map<String, String> environment) {
        return environment.getOrDefault("STOREFRONT_URL", "http://127.0.0.1:8080") + "/api/v1/payments/stripe/webhook";
    }

    private static String option(String[] arguments, String name, String otherwise) {
        for (int index = 0; index < arguments.length - 1; index++) {
            if (arguments[index].equals(name)) {
                return arguments[index + 1];
            }
        }
        return otherwise;
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // Only the end counts.
        }
    }
}
