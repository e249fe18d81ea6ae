package vn.ocopmarket.storefront.stockcount;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.stockcount.domain.Tolerance;

@Configuration(proxyBeanMethods = false)
class StockCountConfiguration {

    private static final Duration UNFINISHED = Duration.ofSeconds(70);

    @Bean
    CountingStock countingStock(Counts counts, FindStock stock, Environment environment, Clock clock) {
        var tolerance = new Tolerance(
                environment.getProperty("ocop.stock-count.units", Long.class, 2L),
                environment.getProperty("ocop.stock-count.percent", Integer.class, 5));
        return new CountingStock(counts, stock, tolerance, clock);
    }

    @Bean
    BookingCounts bookingCounts(Counts counts, MovingStock stock, Clock clock) {
        return new BookingCounts(counts, stock, clock);
    }

    /** Goes on with bookings that a crash interrupted. */
    @Bean
    PeriodicWorker countWorker(BookingCounts booking, Clock clock) {
        return new PeriodicWorker(
                "counts that are being booked",
                Duration.ofSeconds(20),
                () -> booking.finishSince(clock.instant().minus(UNFINISHED)));
    }
}
