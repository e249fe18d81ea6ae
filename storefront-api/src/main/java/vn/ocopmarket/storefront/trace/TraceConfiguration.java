package vn.ocopmarket.storefront.trace;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.service.PeriodicWorker;

@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(20);

    @Bean
    KnownLinks knownLinks() {
        return new KnownLinks();
    }

    @Bean
    PeriodicWorker linkWorker(OutsideAnswers answers, KnownLinks known, Clock clock) {
        var following = new FollowingLinks(answers, known, clock);
        return new PeriodicWorker("following trace pages elsewhere", Duration.ZERO, PAUSE, following::look);
    }
}
