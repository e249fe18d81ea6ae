package vn.ocopmarket.storefront.parked;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ParkedConfiguration {

    @Bean
    HandlingParked handlingParked(ObjectProvider<ParkingPlace> places) {
        return new HandlingParked(() -> places.orderedStream().toList());
    }
}
