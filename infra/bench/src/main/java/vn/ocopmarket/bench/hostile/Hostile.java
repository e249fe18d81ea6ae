package vn.ocopmarket.bench.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.ocopmarket.bench.Folders;
import vn.ocopmarket.standalone.RunningMarket;

/** Sends hostile queries to a market, one it starts or one that runs, and ends with 1 when it minded any. */
public final class Hostile {

    private static final int USUAL = 100_000;

    private Hostile() {}

    /** @param arguments how many queries, the seed, and the address of a storefront that runs; all may be left out */
    public static void main(String[] arguments) throws Exception {
        var count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL;
        var seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        var result = arguments.length > 2 ? attack(arguments[2], count, seed) : attackOwnMarket(count, seed);
        System.out.print(result.text());
        System.exit(result.offences().isEmpty() ? 0 : 1);
    }

    private static Result attack(String address, int count, long seed) throws InterruptedException {
        return new Attack(address, seed).run(count);
    }

    private static Result attackOwnMarket(int count, long seed) throws IOException, InterruptedException {
        var home = Path.of(System.getProperty("ocop.home", "."));
        var data = Files.createTempDirectory("ocop-hostile-");
        try (var market = RunningMarket.start(home, data, List.of(), Map.of("OCOP_AOT_CACHE", "read"))) {
            return attack(market.storefront(), count, seed);
        } finally {
            Folders.delete(data);
        }
    }
}
