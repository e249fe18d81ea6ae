package vn.ocopmarket.bench.races;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random trade by many at once against a running market, compared with a simple model; ends with 0 only when they agree. */
public final class RandomTrade {

    private static final int CLIENTS = 16;
    private static final int WATCHED = 60;
    private static final int CROWDED = 4;
    /** Of each owner and lot; few, so that many orders have units of both. */
    private static final long UNITS = 3;

    private static final int SHOWN = 20;

    /** By how many dong each product is dearer than the one before. */
    private static final int STEP = 137;

    /** Nobody waits for a hold to run out. */
    private static final Map<String, String> LONG_HOLDS = Map.of("OCOP_CHECKOUT_HOLD", "6h");

    private RandomTrade() {}

    /** @param arguments how many operations, and a seed to repeat a run */
    public static void main(String[] arguments) throws Exception {
        var operations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.println("seed " + seed);
        try (var market =
                new RacingMarket(Path.of(System.getProperty("ocop.home", ".")), LONG_HOLDS, new Wares(STEP))) {
            var wrong = run(market, operations, seed);
            System.out.printf(
                    "%d operations by %d clients: %s%n",
                    operations, CLIENTS, wrong.isEmpty() ? "all agrees" : wrong.size() + " differences");
            wrong.stream().limit(SHOWN).forEach(System.out::println);
            System.exit(wrong.isEmpty() ? 0 : 1);
        }
    }

    private static List<String> run(RacingMarket market, int operations, long seed) throws Exception {
        var model = new TradeModel();
        for (var number = 0; number < WATCHED + CROWDED; number++) {
            model.add(market.emptyProduct(), number < WATCHED);
        }
        var books = new Books(market);
        var till = new Till();
        stock(market, model, books, seed);
        var traders = IntStream.range(0, CLIENTS)
                .mapToObj(number -> new Trader(market, model, till, books, new Chance(model, number, seed)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(CLIENTS);
                var telling = Executors.newSingleThreadScheduledExecutor()) {
            var told = telling.scheduleAtFixedRate(() -> tell(traders, operations), 1, 1, TimeUnit.MINUTES);
            var waiting = new ArrayList<Future<?>>();
            for (var trader : traders) {
                waiting.add(threads.submit(() -> trader.trade(operations / CLIENTS)));
            }
            for (var end : waiting) {
                var unused = end.get();
            }
            var unused = told.cancel(false);
        }
        prove(market, model, till, books);
        return books.wrong();
    }

    private static void tell(List<Trader> traders, int operations) {
        var done = traders.stream().mapToInt(Trader::operations).sum();
        System.out.printf("%,d of %,d operations%n", done, operations);
    }

    /** Something of every lot and owner. */
    private static void stock(RacingMarket market, TradeModel model, Books books, long seed) {
        var all = Arrays.stream(Heap.values()).collect(Collectors.toMap(heap -> heap, _ -> UNITS));
        var goods = new Goods(model.skus().stream().collect(Collectors.toMap(sku -> sku, _ -> all)));
        new StockKeeper(market, model, new Foretelling(market, model, books), new Chance(model, CLIENTS, seed))
                .receive(goods, "first-stock");
    }

    private static void prove(RacingMarket market, TradeModel model, Till till, Books books) {
        books.allMoney(till.orders());
        new Stocktaking(market, model, books).prove();
        books.complaints();
        System.out.println(till.words());
    }
}
