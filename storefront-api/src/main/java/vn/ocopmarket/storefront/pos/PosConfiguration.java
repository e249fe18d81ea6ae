package vn.ocopmarket.storefront.pos;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.MovingStock;

/** Wires the counter from its ports. */
@Configuration(proxyBeanMethods = false)
class PosConfiguration {

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
    FindTakings findTakings(Sales sales) {
        return new FindTakings(sales);
    }

    @Bean
    TillWorker tillWorker(BookingSales booking, Clock clock) {
        return new TillWorker(booking, clock);
    }
}
