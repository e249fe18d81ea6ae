package vn.ocopmarket.storefront.stockproof;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.GivingGoodsAgain;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.inventory.ReconcilingStock;
import vn.ocopmarket.storefront.order.Orders;

@Configuration(proxyBeanMethods = false)
class StockProofConfiguration {

    @Bean
    ComparingOrders comparingOrders(
            FindStock stock, Orders orders, HoldingStock holding, GivingGoodsAgain giving, Clock clock) {
        return new ComparingOrders(stock, orders, new Mending(holding, giving, orders), clock);
    }

    @Bean
    ProvingStock provingStock(ReconcilingStock levels, ComparingOrders orders, Proofs proofs, Clock clock) {
        return new ProvingStock(levels, orders, proofs, clock);
    }

    @Bean
    NightlyProof nightlyProof(ProvingStock proving, Proofs proofs, Clock clock, MeterRegistry meters) {
        return new NightlyProof(proving, proofs, clock, meters);
    }

    @Bean
    PeriodicWorker stockProofWorker(NightlyProof proof) {
        return new PeriodicWorker("the nightly proof of stock", Duration.ofMinutes(1), proof::look);
    }
}
