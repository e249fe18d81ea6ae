package vn.ocopmarket.storefront.payment;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Mono;
import vn.ocopmarket.outbox.WakeUp;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.cardevent.EventInbox;

@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final Duration RECONCILE = Duration.ofMinutes(5);

    /** No session stays open for more than a day. */
    private static final Duration WINDOW = Duration.ofHours(26);

    private final WakeUp hints;

    /** @param cardEventHints tell of events and of whatever else payments have left to do */
    PaymentConfiguration(WakeUp cardEventHints) {
        this.hints = cardEventHints;
    }

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
    OpeningCards openingCards(ChangingPayments changing, CardProvider provider) {
        return new OpeningCards(changing, provider);
    }

    @Bean
    TakingPayment takingPayment(
            Payments payments,
            ChangingPayments changing,
            CarryingOnPayments carryingOn,
            OpeningCards cards,
            Environment environment) {
        var takesTransfers = !environment.getProperty("ocop.bank.account", "").isBlank();
        return new TakingPayments(payments, changing, carryingOn, cards, takesTransfers);
    }

    @Bean
    ReceivingTransfers receivingTransfers(
            Payments payments, ChangingPayments changing, CarryingOnPayments carryingOn, OpeningCards cards) {
        return new ReceivingTransfers(payments, changing, carryingOn, cards);
    }

    @Bean
    FindBooks findBooks(Payments payments) {
        return new BooksOfPayments(payments);
    }

    @Bean
    FollowingDisputes followingDisputes(Payments payments) {
        return new FollowingDisputes(payments);
    }

    @Bean
    ReturningMoney returningMoney(Payments payments, ChangingPayments changing, CarryingOnPayments carryingOn) {
        return new ReturningMoney(payments, changing, carryingOn);
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
    PeriodicWorker paymentWorker(ApplyingEvents applying, CarryingOnPayments carryingOn) {
        return new PeriodicWorker(
                "carrying payments on",
                () -> hints.orEvery(POLL),
                () -> Mono.when(applying.applyDue(), carryingOn.carryOnDue()));
    }

    @Bean
    PeriodicWorker paymentReconciliation(ReconcilingPayments reconciling) {
        return new PeriodicWorker("reconciling payments", LOOK, () -> reconciling.reconcileInTurn(RECONCILE, WINDOW));
    }
}
