package vn.ocopmarket.storefront.checkout;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.cart.Carts;
import vn.ocopmarket.storefront.cart.JudgingLines;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.order.CancellingOrder;
import vn.ocopmarket.storefront.order.FulfillingOrder;
import vn.ocopmarket.storefront.order.OrderLinks;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.SettlingOrder;
import vn.ocopmarket.storefront.payment.TakingPayment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckoutSettings.class)
class CheckoutConfiguration {

    @Bean
    Pricing pricing() {
        return new Pricing(RatesFile.taxRates(), RatesFile.shippingFees());
    }

    @Bean
    QuotingCheckout quotingCheckout(Pricing pricing, Clock clock) {
        return new QuotingCheckout(pricing, clock);
    }

    @Bean
    BeginningPayment beginningPayment(
            TakingPayment payments, Orders orders, SettlingOrder settling, OrderLinks links, Clock clock) {
        return new BeginningPayment(payments, orders, settling, links, clock);
    }

    @Bean
    ClaimingCart claimingCart(Carts carts, Orders orders, CancellingOrder cancelling, OrderLinks links, Clock clock) {
        return new ClaimingCart(carts, orders, cancelling, links, clock);
    }

    @Bean
    DraftingOrder draftingOrder(JudgingLines judging, Pricing pricing, RandomIds ids, Clock clock) {
        return new DraftingOrder(judging, pricing, ids, clock);
    }

    @Bean
    CompletingPreparation completingPreparation(
            Orders orders,
            HoldingStock stock,
            Carts carts,
            BeginningPayment payments,
            OrderLinks links,
            CheckoutSettings settings,
            Clock clock) {
        return new CompletingPreparation(orders, stock, carts, payments, links, settings, clock);
    }

    @Bean
    PreparingCheckout preparingCheckout(
            Places places,
            Locations locations,
            ClaimingCart claiming,
            DraftingOrder drafting,
            CompletingPreparation completing,
            Orders orders) {
        return new PreparingCheckout(new CheckingFields(places, locations), claiming, drafting, completing, orders);
    }

    @Bean
    FinalizingCheckout finalizingCheckout(
            Orders orders, HoldingStock stock, JudgingLines judging, Carts carts, SettlingOrder settling, Clock clock) {
        return new FinalizingCheckout(orders, stock, judging, carts, settling, clock);
    }

    @Bean
    CheckoutWorker checkoutWorker(
            Orders orders,
            TakingPayment payments,
            SettlingOrder settling,
            FulfillingOrder fulfilling,
            CheckoutSettings settings,
            Clock clock) {
        return new CheckoutWorker(orders, payments, settling, fulfilling, settings, clock);
    }
}
