package vn.ocopmarket.storefront;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The one clock; its zone decides which day it is. {@code ocop.clock.offset} moves it, for rehearsals only. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    @Bean
    Clock clock(Environment environment) {
        var offset = Binder.get(environment)
                .bind("ocop.clock.offset", Duration.class)
                .orElse(Duration.ZERO);
        return Clock.offset(Clock.system(VIETNAM), offset);
    }
}
