package vn.ocopmarket.stripesimulator;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.stripesimulator.ledger.Ids;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.Kind;
import vn.ocopmarket.stripesimulator.ledger.Ledger;

/** Sends every event until it is taken with 2xx, also after a restart; each on its own, so order is not kept. */
final class Webhooks implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(Webhooks.class.getName());
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int MOST_DOUBLINGS = 5;
    private static final String WRONG_SECRET = "whsec_of_somebody_else";

    private final Ledger ledger;
    private final Events events;
    private final SimulatorSettings settings;
    private final AtomicReference<Faults> faults;
    private final Set<String> underway = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Webhooks(Ledger ledger, Events events, SimulatorSettings settings, AtomicReference<Faults> faults) {
        this.ledger = ledger;
        this.events = events;
        this.settings = settings;
        this.faults = faults;
    }

    /** Begins to send what nobody is sending yet. */
    void wake() {
        var target = settings.webhook();
        if (target == null || threads.isShutdown()) {
            return;
        }
        for (var id : events.undelivered()) {
            if (underway.add(id)) {
                threads.execute(() -> deliver(id, target));
            }
        }
    }

    private void deliver(String id, URI target) {
        try {
            var now = faults.get();
            Chance.pause(Chance.upTo(now.disorderMillis()));
            if (!Chance.happens(now.lostWebhookRate())) {
                sendUntilTaken(id, target, now);
            }
            if (!threads.isShutdown()) {
                events.delivered(id);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            underway.remove(id);
        }
    }

    private void sendUntilTaken(String id, URI target, Faults now) throws InterruptedException {
        var payload = Json.write(ledger.get(Kind.EVENT, id));
        if (now.forgedWebhooks()) {
            var forged = payload.replace("\"" + id + "\"", "\"evt_forged" + Ids.next() + "\"");
            var unused = send(target, forged, WRONG_SECRET);
        }
        settings.traffic().events().accept(payload);
        for (int attempt = 0; !send(target, payload, settings.webhookSecret()); attempt++) {
            Thread.sleep(settings.retry().multipliedBy(1L << Math.min(attempt, MOST_DOUBLINGS)));
        }
        for (int copy = 0; copy < now.duplicateWebhooks(); copy++) {
            var unused = send(target, payload, settings.webhookSecret());
        }
    }

    /** Sends one event again, whatever became of it before; gives whether it was taken. */
    boolean resend(String id, @Nullable String otherSecret) {
        var target = settings.webhook();
        var payload = Json.write(ledger.get(Kind.EVENT, id));
        return target != null && send(target, payload, otherSecret == null ? settings.webhookSecret() : otherSecret);
    }

    private boolean send(URI target, String payload, String secret) {
        try {
            var connection = (HttpURLConnection) target.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
            connection.setRequestProperty("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)");
            connection.setRequestProperty(
                    "Stripe-Signature",
                    Signature.header(secret, settings.clock().instant().getEpochSecond(), payload));
            try (var body = connection.getOutputStream()) {
                body.write(payload.getBytes(StandardCharsets.UTF_8));
            }
            var status = connection.getResponseCode();
            connection.disconnect();
            return status >= 200 && status < 300;
        } catch (IOException error) {
            LOGGER.log(System.Logger.Level.DEBUG, "Nobody took a webhook", error);
            return false;
        }
    }

    @Override
    public void close() {
        var unused = threads.shutdownNow();
        try {
            var unusedToo = threads.awaitTermination(Duration.ofSeconds(2).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
