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
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.banktransfer.TransferSlips;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.checkout.Places;
import vn.ocopmarket.storefront.orderview.RecallsOfOrder;
import vn.ocopmarket.storefront.payment.MoneyByHand;
import vn.ocopmarket.storefront.payment.Payments;
import vn.ocopmarket.storefront.payment.ReturningMoney;
import vn.ocopmarket.storefront.payment.TakingPayment;
import vn.ocopmarket.storefront.place.Communes;

/** The service with its accounts, frame, stock, carts, checkouts and orders; catalogue and provider are in memory. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "vn.ocopmarket.storefront",
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "vn\\.ocopmarket\\.storefront\\.(?!fulfillment\\.|(?:account|secret|throttle|signin|secondfactor|token|notification)\\.|pages\\.|inventory\\.|cart\\.|checkout\\.|shipping\\.|order\\.|orderend\\.|orderlink\\.|orderview\\.|stockproof\\.|transfer\\.|stockcount\\.|stockwatch\\.|stockdesk\\.|idempotency\\.|promotion\\.|refund\\.|returning\\.|ordernews\\.|einvoice\\.|cardevent\\.mongo\\.|payment\\.mongo\\.)[a-z]+\\..*",
                            "vn\\.ocopmarket\\.storefront\\.StorefrontApplication",
                            "vn\\.ocopmarket\\.storefront\\.[a-z]+\\.web\\.[A-Za-z]+Pages",
                            ".*Application",
                            ".*(Tests|IT)(\\$.*)?"
                        }))
public class CommerceApplication {

    @Bean
    Communes oneCommune() {
        return code -> code.equals("00004")
                ? Mono.just(
                        new Communes.Known(code, "Phường Ba Đình", new Communes.Province("01", "Hà Nội"), List.of()))
                : Mono.empty();
    }

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
    ReturningMoney returningMoney(Payments payments, Clock clock) {
        return MoneyByHand.of(payments, clock);
    }

    @Bean
    TransferSlips fakeSlips() {
        return new TransferSlips() {
            @Override
            public Slip of(String reference, Money amount) {
                return new Slip("Bank", "1", "Market", amount, reference, reference + amount.amount());
            }

            @Override
            public Mono<Waiting> waiting(String orderId) {
                return Mono.empty();
            }
        };
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
