package vn.ocopmarket.bench.races;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import vn.ocopmarket.bench.races.Shop.Line;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.standalone.client.Officer;

/** A market whose store is reached through a {@link Gate}, with products that nobody has bought yet. */
final class RacingMarket implements AutoCloseable {

    private static final String STOREFRONT = "storefront-api";
    /** Of one unit, in dong, where no other is asked for. */
    static final int PRICE = 250_000;

    private final StoreProcess store;
    private final Gate gate;
    private final RunningMarket market;
    private final Shop shop;
    private final Clerk clerk;
    private final Provider provider;
    private final Bank bank;
    private final Wares wares;
    private final AtomicInteger used = new AtomicInteger();

    /** @param environment of the services, beyond what the launcher gives them */
    RacingMarket(Path home, Map<String, String> environment) throws IOException, InterruptedException {
        this(home, environment, new Wares(0));
    }

    RacingMarket(Path home, Map<String, String> environment, Wares wares) throws IOException, InterruptedException {
        this.wares = wares;
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
        wares.fill(new Officer(market.storefront(), market.catalog()).signIn(accounts, "ADMINISTRATOR"));
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

    /** What lies where, as staff see it. */
    Shelves shelves() {
        return new Shelves(shop, clerk);
    }

    /** Of one unit, in dong. */
    long price(String sku) {
        return wares.price(sku);
    }

    StepCounter steps() {
        return gate.steps();
    }

    /** A product of which there are so many units in the warehouse, and none anywhere else. */
    String product(int units) {
        var sku = Wares.sku(used.getAndIncrement());
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
        return Wares.sku(used.getAndIncrement());
    }

    private void killStorefront() {
        var pid = market.pids().get(STOREFRONT);
        market.kill(STOREFRONT);
        if (pid != null) {
            ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
        }
    }

    @Override
    public void close() throws IOException {
        market.close();
        gate.close();
        store.close();
    }
}
