package vn.ocopmarket.storefront.inventory;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.browse.Showrooms;
import vn.ocopmarket.storefront.browse.Showrooms.Showroom;

@Configuration(proxyBeanMethods = false)
class InventoryConfiguration {

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
    StoppingSale stoppingSale(StockLevels levels) {
        return new StoppingSale(levels);
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
    ReconcilingStock reconcilingStock(
            StockLevels levels, StockLedger ledger, ReconcilingStock.Reports reports, Clock clock) {
        return new ReconcilingStock(levels, ledger, reports, clock);
    }

    @Bean
    StockWorker stockWorker(StockLevels levels, MovingStock moving, ReconcilingStock reconciling, Clock clock) {
        return new StockWorker(levels, moving, reconciling, clock);
    }
}
