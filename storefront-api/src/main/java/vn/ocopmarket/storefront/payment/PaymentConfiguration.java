package vn.ocopmarket.storefront.payment;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.outbox.WakeUp;

@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

    private final WakeUp hints = new WakeUp();

    @Bean
    ChangingPayments changingPayments(Payments payments, Clock clock) {
        return new ChangingPayments(payments, clock);
    }

    @Bean
    CarryingOnPayments carryingOnPayments(
            Payments payments,
            ChangingPayments changing,
            CardProvider provider,
            ObjectProvider<PaymentOutcomes> order) {
        return new CarryingOnPayments(payments, changing, provider, order::getObject, hints);
    }

    @Bean
    TakingPayment takingPayment(
            Payments payments, ChangingPayments changing, CarryingOnPayments carryingOn, CardProvider provider) {
        return new TakingCardPayments(payments, changing, carryingOn, provider);
    }

    @Bean
    ReceivingEvents receivingEvents(EventSignatures signatures, EventInbox inbox, Clock clock) {
        return new ReceivingEvents(signatures, inbox, hints, clock);
    }

    @Bean
    ApplyingEvents applyingEvents(
            EventInbox inbox,
            Payments payments,
            ChangingPayments changing,
            CarryingOnPayments carryingOn,
            CardProvider provider) {
        return new ApplyingEvents(inbox, payments, changing, carryingOn, provider);
    }

    @Bean
    ReconcilingPayments reconcilingPayments(
            Payments payments,
            ChangingPayments changing,
            CarryingOnPayments carryingOn,
            CardProvider provider,
            ReconcilingPayments.Reports reports) {
        return new ReconcilingPayments(payments, changing, carryingOn, provider, reports);
    }

    @Bean
    PaymentWorker paymentWorker(
            ApplyingEvents applying, CarryingOnPayments carryingOn, ReconcilingPayments reconciling) {
        return new PaymentWorker(applying, carryingOn, reconciling, hints);
    }
}
