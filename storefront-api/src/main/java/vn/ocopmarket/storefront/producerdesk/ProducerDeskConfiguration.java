package vn.ocopmarket.storefront.producerdesk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.desk.Catalogue;

@Configuration(proxyBeanMethods = false)
class ProducerDeskConfiguration {

    @Bean
    KeepingOwnProducts keepingOwnProducts(Catalogue catalogue) {
        return new KeepingOwnProducts(catalogue);
    }

    @Bean
    AnsweringFindings answeringFindings(Catalogue catalogue) {
        return new AnsweringFindings(catalogue);
    }
}
