package vn.ocopmarket.storefront.cardevent;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.outbox.WakeUp;
import vn.ocopmarket.storefront.parked.ParkingPlace;

@Configuration(proxyBeanMethods = false)
class CardEventConfiguration {

    @Bean
    WakeUp cardEventHints() {
        return new WakeUp();
    }

    @Bean
    ReceivingEvents receivingEvents(
            ReceivingEvents.Signatures signatures, EventInbox inbox, WakeUp cardEventHints, Clock clock) {
        return new ReceivingEvents(signatures, inbox, cardEventHints, clock);
    }

    @Bean
    ParkingPlace parkedEvents(EventInbox inbox, Clock clock) {
        return new ParkedWebhooks(inbox, clock);
    }
}
