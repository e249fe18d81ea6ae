package vn.ocopmarket.catalog.certification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CertificationConfiguration {

    @Bean
    ProductGroups productGroups() {
        return ProductGroups.load();
    }
}
