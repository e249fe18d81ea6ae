package vn.ocopmarket.storefront.account.mongo;

import java.time.Duration;
import org.mongodb.spring.session.ReactiveMongoSessionRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;

/** Staff sessions in MongoDB, so that a restart signs nobody out. */
@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {

    static final String COLLECTION = "sessions";

    /** A working day; the counter is used all the time. */
    private static final Duration IDLE_LIMIT = Duration.ofHours(12);

    @Bean
    ReactiveMongoSessionRepository sessionRepository(ReactiveMongoOperations mongo) {
        var repository = new ReactiveMongoSessionRepository(mongo);
        repository.setCollectionName(COLLECTION);
        repository.setDefaultMaxInactiveInterval(IDLE_LIMIT);
        repository.setSessionIdGenerator(new SessionIds());
        return repository;
    }
}
