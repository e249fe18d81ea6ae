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
    OrderBook orderBook(Orders orders, SettlingOrder settling, OrderLinks links) {
        return new OrderBook(orders, settling, links);
    }

    @Bean
    Deadlines deadlines(CheckoutSettings settings, Clock clock) {
        return new Deadlines(settings, clock);
    }

    @Bean
    CheckingFields checkingFields(Places places, Locations locations) {
        return new CheckingFields(places, locations);
    }

    @Bean
    ClaimingCart claimingCart(Carts carts, OrderBook book, CancellingOrder cancelling, Clock clock) {
        return new ClaimingCart(carts, book, cancelling, clock);
    }

    @Bean
    Pricing pricing() {
        return new Pricing(RatesFile.taxRates(), RatesFile.shippingFees());
    }

    @Bean
    QuotingCheckout quotingCheckout(Pricing pricing, Clock clock) {
        return new QuotingCheckout(pricing, clock);
    }

    @Bean
    DraftingOrder draftingOrder(JudgingLines judging, Pricing pricing, RandomIds ids, Clock clock) {
        return new DraftingOrder(judging, pricing, ids, clock);
    }

    @Bean
    BeginningPayment beginningPayment(TakingPayment payments, OrderBook book, Clock clock) {
        return new BeginningPayment(payments, book, clock);
    }

    @Bean
    CompletingPreparation completingPreparation(
            OrderBook book, HoldingStock stock, Carts carts, BeginningPayment payments, Deadlines deadlines) {
        return new CompletingPreparation(book, stock, carts, payments, deadlines);
    }

    @Bean
    PreparingCheckout preparingCheckout(
            CheckingFields fields,
            ClaimingCart claiming,
            DraftingOrder drafting,
            CompletingPreparation completing,
            Orders orders) {
        return new PreparingCheckout(fields, claiming, drafting, completing, orders);
    }

    @Bean
    FinalizingCheckout finalizingCheckout(
            OrderBook book, HoldingStock stock, JudgingLines judging, Carts carts, Clock clock) {
        return new FinalizingCheckout(book, stock, judging, carts, clock);
    }

    @Bean
    CheckoutWorker checkoutWorker(
            OrderBook book,
            TakingPayment payments,
            FulfillingOrder fulfilling,
            CheckoutSettings settings,
            Clock clock) {
        return new CheckoutWorker(book, payments, fulfilling, settings, clock);
    }
}
