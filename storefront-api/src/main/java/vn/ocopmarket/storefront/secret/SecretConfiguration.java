package vn.ocopmarket.storefront.secret;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;

/** Provides the hashing of passwords with the threads that it burns, and the sealing of other secrets. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretSettings.class)
class SecretConfiguration {

    @Bean(destroyMethod = "dispose")
    Scheduler passwordScheduler() {
        return PasswordSchedulers.create();
    }

    @Bean
    PasswordHashes passwordHashes(Scheduler passwordScheduler) {
        return new PasswordHashes(passwordScheduler);
    }

    @Bean
    SealingSecrets sealingSecrets(SecretSettings settings) {
        return new SealingSecrets(settings.keys(), new RandomBytes());
    }
}
