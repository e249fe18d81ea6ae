package vn.ocopmarket.storefront.payout;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.payment.FindBooks;

@Configuration(proxyBeanMethods = false)
class PayoutConfiguration {

    @Bean
    ReportingPayouts reportingPayouts(CardAccount account, Payouts payouts, FindBooks books, Clock clock) {
        return new ReportingPayouts(account, payouts, books, clock);
    }

    @Bean
    PeriodicWorker payoutWorker(ReportingPayouts reporting) {
        return new PeriodicWorker("the daily look at payouts", Duration.ofMinutes(5), reporting::lookToday);
    }
}
