package vn.ocopmarket.storefront.einvoice;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.ordernews.OrderFollower;
import vn.ocopmarket.storefront.refund.RefundingOrder;

@Configuration(proxyBeanMethods = false)
class EinvoiceConfiguration {

    @Bean
    KeepingInvoices keepingInvoices(
            Invoices invoices, Orders orders, RefundingOrder refunding, InvoiceProvider provider, Clock clock) {
        return new KeepingInvoices(invoices, orders, refunding, provider, clock);
    }

    @Bean
    OrderFollower invoicesFollowOrders(Invoices invoices) {
        return new FollowingOrders(invoices);
    }

    /** Has invoices issued, unless people issue them. */
    @Bean
    PeriodicWorker invoiceWorker(
            Invoices invoices, Orders orders, RefundingOrder refunding, InvoiceProvider provider, Clock clock) {
        var issuing = new IssuingInvoices(invoices, orders, refunding, provider, clock);
        return new PeriodicWorker(
                "invoices to issue",
                Duration.ofSeconds(30),
                () -> provider.isByHand() ? Mono.empty() : issuing.issueDue());
    }
}
