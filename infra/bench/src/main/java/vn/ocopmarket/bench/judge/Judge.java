package vn.ocopmarket.bench.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.ocopmarket.bench.Folders;
import vn.ocopmarket.standalone.RunningMarket;

/** Judges the search of a market with the sample products: one it starts, or one that runs. */
public final class Judge {

    private Judge() {}

    public static void main(String[] arguments) throws Exception {
        var options = JudgeOptions.parse(arguments);
        var judged = options.at().isPresent() ? judge(options.at().get()) : judgeOwnMarket(options.home());
        var report = new JudgeReport(judged);
        System.out.print(report.text());
        if (options.queries().isPresent()) {
            Files.writeString(options.queries().get(), report.everyQuery());
        }
        var isGoodEnough = Figures.of(judged).reachTheBar();
        if (options.check()) {
            System.out.println(isGoodEnough ? "the bar is reached" : "BELOW THE BAR");
            System.exit(isGoodEnough ? 0 : 1);
        }
    }

    private static List<Judged> judgeOwnMarket(Path home) throws IOException {
        var data = Files.createTempDirectory("ocop-judge-");
        try (var market = RunningMarket.start(home, data, List.of(), Map.of("OCOP_AOT_CACHE", "read"))) {
            return judge(market.storefront());
        } finally {
            Folders.delete(data);
        }
    }

    private static List<Judged> judge(String address) {
        var storefront = new Storefront(address);
        var forSale = storefront.forSale();
        System.out.println(forSale.size() + " of the sample products are for sale");
        return new Judging(JudgedSet.read(), storefront::search).among(forSale);
    }
}
