package vn.ocopmarket.storefront.checkout;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.cart.Carts;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.cart.JudgingLines;
import vn.ocopmarket.storefront.cart.UnitLimits;
import vn.ocopmarket.storefront.fulfillment.FulfillingOrder;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.orderend.CancellingOrder;
import vn.ocopmarket.storefront.orderend.SettlingOrder;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.payment.TakingPayment;
import vn.ocopmarket.storefront.promotion.QuotingVouchers;
import vn.ocopmarket.storefront.promotion.RedeemingVouchers;
import vn.ocopmarket.storefront.shipping.QuotingShipping;

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
    AskingVouchers askingVouchers(QuotingVouchers quoting) {
        return new AskingVouchers(quoting);
    }

    @Bean
    Reserving reserving(HoldingStock stock, RedeemingVouchers vouchers) {
        return new Reserving(stock, vouchers);
    }

    @Bean
    StandingOfOrders standingOfOrders(Orders orders) {
        return new StandingOfOrders(orders);
    }

    @Bean
    Pricing pricing(AskingVouchers vouchers) {
        return new Pricing(RatesFile.taxRates(), new SaleRules(RatesFile.orderLimits()), vouchers);
    }

    @Bean
    UnitLimits unitLimits(Pricing pricing, Clock clock) {
        return new UnitLimits() {
            @Override
            public boolean concern(JudgedLine line) {
                return pricing.rules().countTogether(line, LocalDate.now(clock));
            }

            @Override
            public Optional<Excess> excess(List<JudgedLine> lines) {
                return pricing.rules().excess(lines, LocalDate.now(clock));
            }
        };
    }

    @Bean
    QuotingCheckout quotingCheckout(QuotingShipping shipping) {
        return new QuotingCheckout(shipping);
    }

    @Bean
    DraftingOrder draftingOrder(
            JudgingLines judging, QuotingCheckout quoting, Pricing pricing, RandomIds ids, Clock clock) {
        return new DraftingOrder(judging, quoting, pricing, ids, clock);
    }

    @Bean
    BeginningPayment beginningPayment(TakingPayment payments, OrderBook book, Clock clock) {
        return new BeginningPayment(payments, book, clock);
    }

    @Bean
    PayingOtherwise payingOtherwise(OrderBook book, BeginningPayment payments) {
        return new PayingOtherwise(book, payments);
    }

    @Bean
    CompletingPreparation completingPreparation(
            OrderBook book, Reserving reserving, Carts carts, BeginningPayment payments, Deadlines deadlines) {
        return new CompletingPreparation(book, reserving, carts, payments, deadlines);
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
            OrderBook book, Reserving reserving, JudgingLines judging, Carts carts, Clock clock) {
        return new FinalizingCheckout(book, reserving, judging, carts, clock);
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
