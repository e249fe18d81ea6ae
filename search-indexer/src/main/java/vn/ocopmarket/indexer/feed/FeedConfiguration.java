package vn.ocopmarket.indexer.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedSettings.class)
class FeedConfiguration {

    @Bean
    LeaseTerms leaseTerms(FeedSettings settings) {
        return new LeaseTerms(settings.lease());
    }

    @Bean
    LeasedWork leasedWork(Leases leases, FeedSettings settings) {
        return new LeasedWork(leases, settings.heartbeat());
    }

    @Bean
    FeedProgress productsProgress(Clock clock, MeterRegistry meters) {
        return new FeedProgress(Feed.PRODUCTS, clock, meters);
    }

    @Bean
    FeedProgress availabilityProgress(Clock clock, MeterRegistry meters) {
        return new FeedProgress(Feed.AVAILABILITY, clock, meters);
    }

    @Bean
    FollowingParts followingParts(
            ChangeLogs logs, LeasedWork leased, Leases leases, ChangedProducts products, FeedSettings settings) {
        return new FollowingParts(logs, leased, leases, products, settings);
    }

    @Bean
    FeedWorker feedWorker(FollowingParts parts, List<FeedProgress> progress, LeasedWork leased) {
        var feeds = progress.stream()
                .map(of -> new FollowingFeed(of.feed(), parts, of))
                .toList();
        return new FeedWorker(feeds, leased);
    }
}
