package vn.ocopmarket.storefront.promotion;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.RandomIds;

@Configuration(proxyBeanMethods = false)
class PromotionConfiguration {

    private static final int SECRET_LENGTH = 52;

    @Bean
    BuyerKeys buyerKeys(Environment environment, BuyerSecrets secrets, RandomIds ids) {
        var configured = environment.getProperty("ocop.promotion.buyer-secret", "");
        return new BuyerKeys(
                configured.isBlank()
                        ? Mono.defer(() -> secrets.keptOr(ids.next(SECRET_LENGTH)))
                        : Mono.just(configured));
    }

    @Bean
    QuotingVouchers quotingVouchers(Vouchers vouchers, Clock clock) {
        return new QuotingVouchers(vouchers, clock);
    }

    @Bean
    RedeemingVouchers redeemingVouchers(
            Vouchers vouchers, Redemptions redemptions, VoucherBuyers buyers, BuyerKeys keys, Clock clock) {
        return new RedeemingVouchers(vouchers, redemptions, buyers, keys, clock);
    }

    @Bean
    KeepingVouchers keepingVouchers(Vouchers vouchers, Redemptions redemptions, Clock clock) {
        return new KeepingVouchers(vouchers, redemptions, clock);
    }

    @Bean
    ProvingVouchers provingVouchers(Vouchers vouchers, Redemptions redemptions) {
        return new ProvingVouchers(vouchers, redemptions);
    }

    @Bean
    SettlingRedemptions settlingRedemptions(
            Redemptions redemptions, RedeemingVouchers redeeming, OrdersWithVouchers orders, Clock clock) {
        return new SettlingRedemptions(redemptions, redeeming, orders, clock);
    }

    /** Goes on with uses whose orders were decided, and with those that a crash left behind. */
    @Bean
    PeriodicWorker voucherWorker(SettlingRedemptions settling, Environment environment) {
        var pause = environment.getProperty("ocop.promotion.look", Duration.class, Duration.ofSeconds(20));
        return new PeriodicWorker("uses of vouchers", pause, settling::settle);
    }

    @Bean
    MinimumsOfVouchers minimumsOfVouchers(Vouchers vouchers) {
        return new MinimumsOfVouchers(vouchers);
    }
}
