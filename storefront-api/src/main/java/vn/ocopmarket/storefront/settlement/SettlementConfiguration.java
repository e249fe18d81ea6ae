package vn.ocopmarket.storefront.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.order.OrdersToEnter;
import vn.ocopmarket.storefront.payment.FindBooks;
import vn.ocopmarket.storefront.pos.FindCounterSales;
import vn.ocopmarket.storefront.pos.SalesToEnter;
import vn.ocopmarket.storefront.returning.FindReturnedGoods;

@Configuration(proxyBeanMethods = false)
class SettlementConfiguration {

    private final RateFiles rates;

    SettlementConfiguration(Environment environment) {
        this.rates = new RateFiles(environment.getProperty("ocop.settlement.rates", ""));
    }

    @Bean
    FindingSellers findingSellers(FindProducts products) {
        return new FindingSellers(products, rates.commissions());
    }

    @Bean
    EnteringSales.Asked askedWhatWasSold(FindBooks books, FindingSellers sellers, FindReturnedGoods returned) {
        return new EnteringSales.Asked(books, sellers, returned);
    }

    @Bean
    EnteringSales enteringSales(EnteringSales.Asked asked, Entries entries, OwnersOfRefunds owners, Clock clock) {
        return new EnteringSales(asked, entries, owners, clock);
    }

    @Bean
    GatheringEntries gatheringEntries(
            GatheringEntries.Sources sources, GatheringPlaces places, EnteringSales entering, Clock clock) {
        return new GatheringEntries(sources, places, entering, clock);
    }

    @Bean
    GatheringEntries.Sources settlementSources(OrdersToEnter orders, SalesToEnter sales, FindCounterSales earlier) {
        return new GatheringEntries.Sources(orders, sales, earlier);
    }

    @Bean
    ClosingPeriods closingPeriods(
            GatheringEntries gathering, Entries entries, Statements statements, Periods periods, Clock clock) {
        var rules = new ClosingPeriods.Rules(rates.withholding(), clock);
        return new ClosingPeriods(gathering, entries, statements, periods, rules);
    }

    @Bean
    ReadingStatements readingStatements(Entries entries, Statements statements, Periods periods, Clock clock) {
        return new ReadingStatements(entries, statements, periods, clock);
    }

    @Bean
    ProvingSettlement.Kept settledSoFar(
            Entries entries, Statements statements, Periods periods, SettlementProofs proofs) {
        return new ProvingSettlement.Kept(entries, statements, periods, proofs);
    }

    @Bean
    ProvingSettlement.Settling settlingBeforeTheProof(GatheringEntries gathering, ClosingPeriods closing) {
        return new ProvingSettlement.Settling(gathering, closing);
    }

    @Bean
    ProvingSettlement provingSettlement(
            GatheringEntries.Sources sources,
            EnteringSales entering,
            ProvingSettlement.Settling settling,
            ProvingSettlement.Kept kept,
            Clock clock) {
        var sales = new ComparingSales(sources, entering, kept.entries(), clock);
        return new ProvingSettlement(sales, settling, kept, clock);
    }

    @Bean
    NightlySettlementProof nightlySettlementProof(
            ProvingSettlement proving, SettlementProofs proofs, Clock clock, MeterRegistry meters) {
        return new NightlySettlementProof(proving, proofs, clock, meters);
    }

    @Bean
    PeriodicWorker settlementProofWorker(NightlySettlementProof nightly) {
        return new PeriodicWorker("the nightly proof of settlement", Duration.ofMinutes(3), nightly::look);
    }

    @Bean
    PeriodicWorker settlementWorker(ClosingPeriods closing) {
        return new PeriodicWorker("closing a period", Duration.ofMinutes(1), closing::finish);
    }

    /** What nobody let go because the process died is seen by the next who closes, or here. */
    @Bean
    PeriodicWorker lettingGoWorker(ClosingPeriods closing) {
        return new PeriodicWorker(
                "letting go what is in no statement", Duration.ofMinutes(20), Duration.ofHours(6), closing::letGo);
    }

    /** Ahead of who closes a month, which does not gather by itself. */
    @Bean
    PeriodicWorker gatheringWorker(GatheringEntries gathering) {
        return new PeriodicWorker(
                "gathering what is to be settled", Duration.ofSeconds(10), Duration.ofSeconds(30), gathering::gather);
    }
}
