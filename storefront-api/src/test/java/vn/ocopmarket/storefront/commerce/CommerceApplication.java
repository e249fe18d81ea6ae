package vn.ocopmarket.storefront.commerce;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.checkout.Places;
import vn.ocopmarket.storefront.order.RecallsOfOrder;
import vn.ocopmarket.storefront.payment.TakingPayment;

/** The service with its accounts, frame, stock, carts, checkouts and orders; catalogue and provider are in memory. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "vn.ocopmarket.storefront",
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "vn\\.ocopmarket\\.storefront\\.(?!(?:account|secret|throttle|signin|secondfactor|token|notification)\\.|pages\\.|inventory\\.|cart\\.|checkout\\.|order\\.|idempotency\\.)[a-z]+\\..*",
                            "vn\\.ocopmarket\\.storefront\\.StorefrontApplication",
                            "vn\\.ocopmarket\\.storefront\\.[a-z]+\\.web\\.[A-Za-z]+Pages",
                            ".*Application",
                            ".*(Tests|IT)(\\$.*)?"
                        }))
public class CommerceApplication {

    @Bean
    static Crashes crashes() {
        return new Crashes();
    }

    @Bean
    @Primary
    Clock movableClock() {
        return new MovableClock();
    }

    @Bean
    FindProducts fakeProducts() {
        return new FakeProducts();
    }

    @Bean
    @Primary
    TakingPayment fakePayments() {
        return new FakePayments();
    }

    @Bean
    RecallsOfOrder noRecalls() {
        return _ -> List.of();
    }

    @Bean
    @Primary
    Places fakePlaces() {
        return (province, commune) -> commune.startsWith("0")
                ? Mono.just(new Places.Commune("Thành phố Hà Nội", "Phường Ba Đình"))
                : Mono.empty();
    }
}
