package vn.ocopmarket.bench.races;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Provider.Money;

/** Whether stock, ledger and money are what they must be, once the market has settled; what is not is written down. */
final class Books {

    /** An order that waits for another try is taken up after a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final RacingMarket market;
    private final List<String> wrong = new ArrayList<>();

    Books(RacingMarket market) {
        this.market = market;
    }

    /** Everything that was not as it must be. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Waits for the level of a SKU in the warehouse, and compares it with its ledger. */
    void stock(String sku, Level expected) {
        stock(sku, Clerk.WAREHOUSE, expected);
    }

    void stock(String sku, String location, Level expected) {
        await(sku + " at " + location, expected, () -> market.shelves().sum(location, sku));
        await(
                "ledger of " + sku + " at " + location,
                expected.onHand(),
                () -> market.shelves().ledgerSum(location, sku));
    }

    /** Waits for what each owner has of each lot, without those of which nothing is there. */
    void heaps(String place, String sku, Map<Heap, Level> expected) {
        await(sku + " at " + place, expected, () -> market.shelves().levels(place, sku));
    }

    /** Waits for all the money of all orders, at the provider. */
    void allMoney(Map<String, Money> expected) {
        await("money that is not as expected", Map.of(), () -> {
            var seen = market.provider().byOrder();
            var other = new TreeMap<String, String>();
            Stream.concat(expected.keySet().stream(), seen.keySet().stream())
                    .filter(order -> !Objects.equals(expected.get(order), seen.get(order)))
                    .forEach(order -> other.put(order, expected.get(order) + " expected, but " + seen.get(order)));
            return other;
        });
    }

    /** Waits until every dong that the bank told of is somewhere. */
    void bank() {
        await("the bank's money balances", true, () -> market.bank().balances());
    }

    /** Waits for what somebody has to send back for an order. */
    void toSend(String orderId, long expected) {
        await("to be sent back for " + orderId, expected, () -> market.clerk().toSend(orderId));
    }

    /** Waits for the money of an order, at the provider. */
    void money(String orderId, Money expected) {
        await("money of " + orderId, expected, () -> market.provider().of(orderId));
    }

    /** Waits for a state of the order, as its buyer sees it. */
    void order(String path, String field, String expected) {
        await(
                field,
                expected,
                () -> market.shop()
                        .surely(() -> market.shop().get(path, Map.of()))
                        .json()
                        .path(field)
                        .asString());
    }

    /** Waits until a field has one of these values. */
    void oneOf(String path, String field, List<String> expected) {
        await(
                field + " is one of " + expected,
                true,
                () -> expected.contains(market.shop()
                        .surely(() -> market.shop().get(path, Map.of()))
                        .json()
                        .path(field)
                        .asString()));
    }

    synchronized void equal(String what, Object expected, @Nullable Object seen) {
        if (!Objects.equals(expected, seen)) {
            var difference = what + ": " + expected + " expected, but it is " + seen;
            wrong.add(difference);
            // A run may take an hour: who watches it hears at once.
            System.err.println(
                    LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + difference);
        }
    }

    /** The market's own proofs over everything it has. */
    void complaints() {
        await("what the market itself finds wrong", "", market.clerk()::complaints);
    }

    /** Waits until what is seen is as expected. */
    <T> void await(String what, T expected, Supplier<T> look) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var seen = look.get();
        while (!seen.equals(expected) && System.nanoTime() < deadline) {
            Shop.pause(PAUSE);
            seen = look.get();
        }
        equal(what, expected, seen);
    }
}
