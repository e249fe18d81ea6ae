package vn.ocopmarket.catalog.history;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

    @Bean
    ReadingHistory readingHistory(Histories histories) {
        return new ReadingHistory(histories);
    }
}
