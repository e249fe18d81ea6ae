package vn.ocopmarket.storefront.notification;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.parked.ParkingPlace;

/** Wires mail from its ports. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    private static final Duration LOOK = Duration.ofSeconds(2);

    @Bean
    SendingMail sendingMail(MailOutbox outbox, PhoneMessages phones, Clock clock) {
        return new SendingMail(outbox, phones.isOn(), clock);
    }

    @Bean
    PeriodicWorker mailWorker(MailOutbox outbox, Postman postman, PhoneMessages phones, Clock clock) {
        var delivering = new DeliveringMail(outbox, postman, phones, clock);
        return new PeriodicWorker("sending letters", LOOK, delivering::deliverDue);
    }

    @Bean
    ParkingPlace parkedMail(ParkedMails mails, PhoneMessages phones, Clock clock) {
        return new ParkedLetters(mails, phones.isOn(), clock);
    }
}
