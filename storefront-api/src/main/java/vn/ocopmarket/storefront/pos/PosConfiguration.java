package vn.ocopmarket.storefront.pos;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.MovingStock;

/** Wires the counter from its ports. */
@Configuration(proxyBeanMethods = false)
class PosConfiguration {

    /** A booking of this age is nobody's request any more. */
    private static final Duration ABANDONED = Duration.ofSeconds(20);

    @Bean
    OpenSales openSales(Sales sales, RandomIds ids) {
        return new OpenSales(sales, ids);
    }

    @Bean
    Scanning scanning(FindProducts products, FindStock stock, OpenSales open, Clock clock) {
        return new Scanning(products, stock, open, clock);
    }

    @Bean
    BookingSales bookingSales(Sales sales, FindProducts products, MovingStock moving, Clock clock) {
        return new BookingSales(sales, products, moving, clock);
    }

    @Bean
    ReceivingDeliveries receivingDeliveries(FindProducts products, MovingStock moving, Clock clock) {
        return new ReceivingDeliveries(products, moving, clock);
    }

    @Bean
    FindShelf findShelf(FindStock stock, FindProducts products, Clock clock) {
        return new FindShelf(stock, products, clock);
    }

    @Bean
    FindTakings findTakings(Sales sales, CollectedCash collected) {
        return new FindTakings(sales, collected);
    }

    @Bean
    DroppingSales droppingSales(Sales sales, MovingStock moving, Clock clock) {
        return new DroppingSales(sales, moving, clock);
    }

    @Bean
    ParkedSales parkedSales(Sales sales, DroppingSales dropping) {
        return new ParkedSales(sales, dropping);
    }

    /** Lets stock follow what a crash left between giving up a sale and its shelf. */
    @Bean
    PeriodicWorker droppedSalesWorker(DroppingSales dropping) {
        return new PeriodicWorker("stock of dropped sales", Duration.ZERO, Duration.ofSeconds(20), dropping::followAll);
    }

    /** Finishes the sales that a crash left between the cash and the receipt. */
    @Bean
    PeriodicWorker tillWorker(BookingSales booking, Clock clock) {
        return new PeriodicWorker(
                "sales that were left half booked",
                Duration.ZERO,
                Duration.ofSeconds(20),
                () -> booking.finishSince(clock.instant().minus(ABANDONED)));
    }
}
