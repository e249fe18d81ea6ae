package vn.ocopmarket.storefront.pos.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import vn.ocopmarket.storefront.pos.ProductsByHand;

/** The counter with its stock and accounts, over a catalogue filled by hand and a clock moved by hand. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "vn.ocopmarket.storefront",
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "vn\\.ocopmarket\\.storefront\\.(?!(?:account|secret|throttle|signin|secondfactor|token|notification)\\.|pages\\.|inventory\\.|pos\\.)[a-z]+\\..*",
                            "vn\\.ocopmarket\\.storefront\\.StorefrontApplication",
                            ".*(Tests|IT)(\\$.*)?",
                            ".*\\.web\\.(?!Pos)[A-Z][a-z]+Application"
                        }))
class PosApplication {

    @Bean
    ProductsByHand products() {
        return new ProductsByHand();
    }

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    /** The real time, moved. */
    static final class MovableClock extends Clock {

        private volatile Duration moved = Duration.ZERO;

        void move(Duration by) {
            moved = by;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), moved);
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(moved);
        }
    }
}
