package vn.ocopmarket.bench.races;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import vn.ocopmarket.bench.races.Shop.Line;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.standalone.client.Officer;

/** A market whose store is reached through a {@link Gate}, with products that nobody has bought yet. */
final class RacingMarket implements AutoCloseable {

    private static final int PRODUCTS = 400;
    private static final String STOREFRONT = "storefront-api";
    /** Of one unit of every product, in dong. */
    static final int PRICE = 250_000;

    private final StoreProcess store;
    private final Gate gate;
    private final RunningMarket market;
    private final Shop shop;
    private final Clerk clerk;
    private final Provider provider;
    private final Bank bank;
    private final AtomicInteger used = new AtomicInteger();

    /** @param environment of the services, beyond what the launcher gives them */
    RacingMarket(Path home, Map<String, String> environment) throws IOException, InterruptedException {
        var data = Files.createTempDirectory("ocop-races-");
        store = StoreProcess.start(home, data.resolve("store"));
        gate = new Gate(store.port(), this::killStorefront);
        var all = new HashMap<>(environment);
        all.put(
                "MONGODB_URI",
                "mongodb://127.0.0.1:%d/?directConnection=true&retryWrites=false".formatted(gate.port()));
        all.put("OCOP_LONGEST_RESTART_PAUSE", "PT0.25S");
        market = RunningMarket.start(home, data.resolve("market"), List.of("--no-sample-data"), all);
        shop = new Shop(market.storefront());
        var accounts = market.data().resolve("accounts.json");
        clerk = new Clerk(shop, accounts);
        var secrets = new Properties();
        secrets.load(new StringReader(Files.readString(market.data().resolve("secrets.properties"))));
        provider = new Provider(shop, market, secrets);
        bank = new Bank(shop, clerk, "bank_" + secrets.getProperty("bank.notice.secret"));
        fill(new Officer(market.storefront(), market.catalog()).signIn(accounts, "ADMINISTRATOR"));
    }

    Shop shop() {
        return shop;
    }

    Clerk clerk() {
        return clerk;
    }

    Provider provider() {
        return provider;
    }

    Bank bank() {
        return bank;
    }

    StepCounter steps() {
        return gate.steps();
    }

    /** A product of which there are so many units in the warehouse, and none anywhere else. */
    String product(int units) {
        var sku = sku(used.getAndIncrement());
        clerk.receive("stock-of-" + sku, List.of(new Line(sku, units)));
        return sku;
    }

    /** A product of which there are so many units in the showroom, and none anywhere else. */
    String productInShowroom(int units) {
        var sku = emptyProduct();
        clerk.receive("stock-of-" + sku, Clerk.SHOWROOM, List.of(new Line(sku, units)));
        return sku;
    }

    /** A product without any stock. */
    String emptyProduct() {
        return sku(used.getAndIncrement());
    }

    private void killStorefront() {
        var pid = market.pids().get(STOREFRONT);
        market.kill(STOREFRONT);
        if (pid != null) {
            ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
        }
    }

    private void fill(Officer officer) throws InterruptedException {
        place(officer, Clerk.WAREHOUSE, "WAREHOUSE", true, false);
        place(officer, Clerk.SHOWROOM, "SHOWROOM", true, true);
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        var rows = IntStream.range(0, PRODUCTS)
                .mapToObj(number -> row(number, today))
                .toList();
        var report = officer.importRows(rows, true);
        if (report.path("rejected").asInt() > 0) {
            throw new IllegalStateException("rows were rejected: " + report);
        }
        officer.awaitFound(PRODUCTS);
        Shop.pause(Duration.ofSeconds(1));
    }

    private static void place(Officer officer, String id, String kind, boolean sellsOnline, boolean pickup) {
        officer.ensureLocation(
                id,
                Map.of(
                        "id",
                        id,
                        "name",
                        id,
                        "kind",
                        kind,
                        "provinceCode",
                        "01",
                        "sellsOnline",
                        sellsOnline,
                        "pickup",
                        pickup));
    }

    private static Map<String, String> row(int number, LocalDate today) {
        return Map.ofEntries(
                Map.entry("product", "Mật dừa " + number),
                Map.entry("producer", "HTX Mẫu"),
                Map.entry("province", "Vĩnh Long"),
                Map.entry("group", "4"),
                Map.entry("stars", "4"),
                Map.entry("decision", "MAU-%04d".formatted(number)),
                Map.entry("issuedOn", today.minusDays(30).toString()),
                Map.entry("sku", sku(number)),
                Map.entry("variant", "500 ml"),
                Map.entry("price", Integer.toString(PRICE)),
                Map.entry("taxClass", "PROCESSED_FOOD"));
    }

    private static String sku(int number) {
        return "DUA-%04d".formatted(number);
    }

    @Override
    public void close() throws IOException {
        market.close();
        gate.close();
        store.close();
    }
}
