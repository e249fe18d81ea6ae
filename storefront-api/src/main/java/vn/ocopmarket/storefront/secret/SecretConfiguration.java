package vn.ocopmarket.storefront.secret;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;

/** Provides the hashing of passwords and the threads that it burns. */
@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

    @Bean(destroyMethod = "dispose")
    Scheduler passwordScheduler() {
        return PasswordSchedulers.create();
    }

    @Bean
    PasswordHashes passwordHashes(Scheduler passwordScheduler) {
        return new PasswordHashes(passwordScheduler);
    }
}
