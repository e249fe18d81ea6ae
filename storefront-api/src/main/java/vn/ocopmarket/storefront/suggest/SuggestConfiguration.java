package vn.ocopmarket.storefront.suggest;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.browse.Listings;

@Configuration(proxyBeanMethods = false)
class SuggestConfiguration {

    @Bean
    CountingQueries countingQueries(QueryCounts counts, Listings listings, RandomIds ids, Clock clock) {
        return new CountingQueries(counts, listings, ids, clock);
    }

    /** Counts go out in batches, so that no search waits for them. */
    @Bean
    PeriodicWorker searchCountsWorker(CountingQueries counting) {
        return new PeriodicWorker("counting searches", Duration.ofSeconds(10), counting::write);
    }

    /** What is shown is read anew in the background, so that no search waits for it. */
    @Bean
    PeriodicWorker searchWordsWorker(CountingQueries counting) {
        return new PeriodicWorker(
                "reading what people searched for", Duration.ofSeconds(5), Duration.ofMinutes(5), counting::read);
    }
}
