package vn.ocopmarket.catalog.proposal;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.product.KeepingProducts;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.catalog.product.WritingProducts;
import vn.ocopmarket.service.PeriodicWorker;

@Configuration(proxyBeanMethods = false)
class ProposalConfiguration {

    @Bean
    PublishingProposals publishingProposals(
            Proposals proposals, Products products, WritingProducts writing, Clock clock) {
        return new PublishingProposals(proposals, products, writing, clock);
    }

    @Bean
    EditingProducts editingProducts(
            KeepingProducts keeping,
            WritingProducts writing,
            Proposals proposals,
            PublishingProposals publishing,
            Clock clock) {
        return new EditingProducts(keeping, writing, proposals, publishing, clock);
    }

    @Bean
    DecidingProposals decidingProposals(
            Proposals proposals, Products products, PublishingProposals publishing, Clock clock) {
        return new DecidingProposals(proposals, products, publishing, clock);
    }

    @Bean
    ReadingProposals readingProposals(Proposals proposals) {
        return new ReadingProposals(proposals);
    }

    /** For approvals that a crash left half done. */
    @Bean
    PeriodicWorker proposalWorker(PublishingProposals publishing) {
        return new PeriodicWorker("publishing approved changes", Duration.ofSeconds(5), publishing::carryOn);
    }
}
