package vn.ocopmarket.storefront;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import vn.ocopmarket.storefront.pages.Outages;

/** What pages of desks need besides their feature: a morning that stands still, and a database that is there. */
public class DeskBeans {

    /** On 22 November 2026, at ten in Vietnam. */
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    @Bean
    Outages outages() {
        return _ -> false;
    }

    @Bean
    RandomIds randomIds() {
        return new RandomIds();
    }
}
