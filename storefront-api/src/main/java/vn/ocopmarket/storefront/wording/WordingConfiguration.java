package vn.ocopmarket.storefront.wording;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.RandomIds;

/** Wires the officers' words from their ports. */
@Configuration(proxyBeanMethods = false)
class WordingConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Bean
    WordingsInForce wordingsInForce() {
        return new WordingsInForce();
    }

    @Bean
    KeepingWordings keepingWordings(
            KeptWordings kept, ShippedWordings shipped, TryingWordings trying, Clock clock, RandomIds ids) {
        return new KeepingWordings(kept, shipped, trying, clock, ids);
    }

    @Bean
    PeriodicWorker wordingWorker(KeptWordings kept, WordingsInForce inForce, Clock clock) {
        var following = new FollowingWordings(kept, inForce, clock);
        return new PeriodicWorker("following the officers' words", Duration.ZERO, PAUSE, following::look);
    }
}
