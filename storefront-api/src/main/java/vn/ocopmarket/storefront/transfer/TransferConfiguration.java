package vn.ocopmarket.storefront.transfer;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.inventory.MovingStock;

@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

    private static final Duration UNFINISHED = Duration.ofSeconds(40);

    @Bean
    TransferringGoods transferringGoods(Transfers transfers, MovingStock stock) {
        return new TransferringGoods(transfers, stock);
    }

    /** Goes on with transfers that a crash left between two steps. */
    @Bean
    PeriodicWorker transferWorker(TransferringGoods transferring, Clock clock) {
        return new PeriodicWorker(
                "transfers between two steps",
                Duration.ofSeconds(15),
                () -> transferring.finishSince(clock.instant().minus(UNFINISHED)));
    }
}
