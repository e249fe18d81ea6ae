package vn.ocopmarket.catalog.indicators;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.feed.Changes;
import vn.ocopmarket.catalog.links.Links;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.catalog.trace.Lots;

@Configuration(proxyBeanMethods = false)
class IndicatorsConfiguration {

    @Bean
    MeasuringProgramme measuringProgramme(
            Products products, Changes changes, TraceFacts traces, Places places, Clock clock) {
        var aims = AimFile.read();
        return new MeasuringProgramme(new LiveFacts(products, changes, aims, clock), traces, places, aims, clock);
    }

    @Bean
    TraceFacts traceFacts(Lots lots, Links links, Clock clock) {
        return new TraceFacts(lots, links, clock);
    }
}
