package vn.ocopmarket.storefront.pos.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.place.Communes;
import vn.ocopmarket.storefront.pos.CollectedCash;
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
    Communes oneCommune() {
        return code -> code.equals("00004")
                ? Mono.just(
                        new Communes.Known(code, "Phường Ba Đình", new Communes.Province("01", "Hà Nội"), List.of()))
                : Mono.empty();
    }

    /** Cash of an order collected at each of these counters today. */
    static final class CashByHand implements CollectedCash {

        final Map<String, Taken> byCounter = new ConcurrentHashMap<>();

        @Override
        public Flux<Taken> on(String locationId, LocalDate day) {
            return Mono.justOrEmpty(byCounter.get(locationId)).flux();
        }
    }

    @Bean
    CashByHand cashByHand() {
        return new CashByHand();
    }

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
