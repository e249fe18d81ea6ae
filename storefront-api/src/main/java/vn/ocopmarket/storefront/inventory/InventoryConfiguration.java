package vn.ocopmarket.storefront.inventory;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.browse.Showrooms;
import vn.ocopmarket.storefront.browse.Showrooms.Showroom;

@Configuration(proxyBeanMethods = false)
class InventoryConfiguration {

    private static final Duration SWEEP = Duration.ofSeconds(5);

    @Bean
    FindStock findStock(StockLevels levels, StockLedger ledger, Locations locations, Clock clock) {
        return new FindStock(levels, ledger, locations, clock);
    }

    @Bean
    Showrooms showrooms(Locations locations) {
        return () -> locations
                .all()
                .filter(location -> location.kind() == Location.Kind.SHOWROOM)
                .map(location ->
                        new Showroom(location.id(), location.name(), location.provinceCode(), location.pickup()));
    }

    @Bean
    HoldingStock holdingStock(StockLevels levels, Locations locations, Clock clock) {
        return new HoldingStock(new TakingStock(levels, locations, clock), levels, clock);
    }

    @Bean
    GivingGoodsAgain givingGoodsAgain(HoldingStock stock, StockLevels levels, Clock clock) {
        return new GivingGoodsAgain(stock, levels, clock);
    }

    @Bean
    StoppingSale stoppingSale(StockLevels levels) {
        return new StoppingSale(levels);
    }

    @Bean
    CalledBackLots calledBackLots(StockLevels levels) {
        return new CalledBackLots(levels);
    }

    @Bean
    FollowingLot followingLot(StockLevels levels, StockLedger ledger) {
        return new FollowingLot(levels, ledger);
    }

    @Bean
    MovingStock movingStock(StockMovements movements, StockLevels levels, Locations locations, Clock clock) {
        var carryingOut = new CarryingOutMovements(new TakingStock(levels, locations, clock), levels, clock);
        return new MovingStock(movements, carryingOut, locations);
    }

    @Bean
    ReconcilingStock reconcilingStock(StockLevels levels, StockLedger ledger, Clock clock) {
        return new ReconcilingStock(levels, ledger, clock);
    }

    @Bean
    TidyingStock tidyingStock(StockLevels levels, MovingStock moving, Clock clock) {
        return new TidyingStock(levels, moving, clock);
    }

    @Bean
    PeriodicWorker stockWorker(TidyingStock tidying) {
        return new PeriodicWorker("tidying stock", SWEEP, tidying::tidy);
    }
}
