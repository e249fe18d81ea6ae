package vn.ocopmarket.storefront.notification;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires mail from its ports. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    SendingMail sendingMail(MailOutbox outbox, Clock clock) {
        return new SendingMail(outbox, clock);
    }

    @Bean
    MailWorker mailWorker(MailOutbox outbox, Postman postman, Clock clock) {
        return new MailWorker(new DeliveringMail(outbox, postman, clock));
    }
}
