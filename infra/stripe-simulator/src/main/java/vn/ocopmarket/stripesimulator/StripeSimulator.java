package vn.ocopmarket.stripesimulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import vn.ocopmarket.stripesimulator.ledger.Ledger;

/** One running simulator; what it knows is in its folder and survives it. */
public final class StripeSimulator implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final Ledger ledger;
    private final Webhooks webhooks;

    private StripeSimulator(HttpServer server, ExecutorService threads, Ledger ledger, Webhooks webhooks) {
        this.server = server;
        this.threads = threads;
        this.ledger = ledger;
        this.webhooks = webhooks;
    }

    /**
     * Listens on loopback when it returns, and sends the webhooks that were not taken before.
     *
     * @throws IOException when the port or the folder cannot be used
     */
    public static StripeSimulator start(SimulatorSettings settings) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var faults = new AtomicReference<>(Faults.NONE);
        var ledger = new Ledger(settings.data());
        var events = new Events(ledger, settings.clock());
        var sessions = new CheckoutSessions(ledger, events, settings.clock());
        var balance = new Balance(ledger, settings.clock());
        var charges = new Charges(ledger, balance, settings.clock());
        var intents = new PaymentIntents(ledger, charges, events, settings.clock());
        var refunds = new Refunds(ledger, charges, balance, events, settings.clock());
        var disputes = new Disputes(ledger, charges, balance, events, settings.clock());
        var payouts = new Payouts(ledger, balance, settings.clock());
        var webhooks = new Webhooks(ledger, events, settings, faults);
        var calls = new Calls(ledger, new Calls.Desks(sessions, intents, refunds, balance, payouts), base(server));
        server.createContext("/v1/", new ApiHandler(new Api(ledger, calls), events, webhooks, faults, settings));
        server.createContext("/pay/", new PaymentPage(ledger, sessions, intents, webhooks, faults));
        server.createContext("/_control/", new ControlHandler(faults, webhooks, disputes, payouts));
        server.createContext("/actuator/health", exchange -> {
            try (exchange) {
                Exchange.json(exchange, 200, "{\"status\":\"UP\"}");
            }
        });
        server.setExecutor(threads);
        server.start();
        webhooks.wake();
        return new StripeSimulator(server, threads, ledger, webhooks);
    }

    /** Where the API is, such as {@code http://127.0.0.1:8083}. */
    public URI address() {
        return URI.create(base(server));
    }

    private static String base(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        webhooks.close();
        threads.close();
        ledger.close();
    }
}
