package vn.ocopmarket.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Orders one thing after the other and repeats every checkout under its key until it has an answer, as a good client does. */
final class PersistentBuyer extends Thread {

    private static final long PAUSE_MILLIS = 200;

    private final String storefront;
    private final Checkout checkout;
    private final int number;
    private final SplittableRandom random;
    private final List<Order> orders = new ArrayList<>();
    private volatile boolean finishing;

    PersistentBuyer(String storefront, Checkout checkout, int number) {
        this.storefront = storefront;
        this.checkout = checkout;
        this.number = number;
        this.random = new SplittableRandom(number);
    }

    /** An order that was confirmed to the buyer. */
    record Order(String sku, String number, String tracking) {}

    synchronized List<Order> orders() {
        return List.copyOf(orders);
    }

    /** The order that is under way is the last one. */
    void finish() {
        finishing = true;
    }

    @Override
    public void run() {
        for (var attempt = 0; !finishing; attempt++) {
            var sku = checkout.skus().get(random.nextInt(checkout.skus().size()));
            order(sku, "buyer-" + number + "-" + attempt);
        }
    }

    private void order(String sku, String key) {
        byte[] request = null;
        try (var connection = new Connection(storefront)) {
            while (true) {
                try {
                    if (request == null) {
                        request = checkout.place(AddToCart.fill(connection, sku), key);
                    }
                    var answer = connection.send(request);
                    if (answer.status() == 201) {
                        keep(sku, answer);
                        return;
                    }
                    if (answer.status() < 500 && answer.status() != 409) {
                        throw new IllegalStateException("answered " + answer.status() + ": " + answer.text());
                    }
                } catch (IOException _) {
                    // A part is away; the same again, a little later.
                }
                if (finishing && request == null) {
                    return;
                }
                sleepALittle();
            }
        }
    }

    private synchronized void keep(String sku, Connection.Answer answer) throws IOException {
        var order = Json.tree(answer);
        orders.add(new Order(
                sku,
                order.at("/order/number").asString(),
                order.path("trackingUrl").asString()));
    }

    private static void sleepALittle() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
