package vn.ocopmarket.indexer;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InstanceIds {

    @Bean
    Instance instance() {
        return new Instance(UUID.randomUUID().toString());
    }
}
