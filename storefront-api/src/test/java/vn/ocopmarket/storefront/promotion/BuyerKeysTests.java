package vn.ocopmarket.storefront.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class BuyerKeysTests {

    @Test
    void asksAgainForTheSecretAfterTheStoreFailedAndOnlyThen() {
        var asked = new AtomicInteger();
        var keys = new BuyerKeys(Mono.defer(() -> asked.incrementAndGet() == 1
                ? Mono.error(new IllegalStateException("The store is away"))
                : Mono.just("secret")));

        StepVerifier.create(keys.of("TET", "+84912345678")).verifyErrorMessage("The store is away");
        var first = keys.of("TET", "+84912345678").blockOptional().orElseThrow();
        var second = keys.of("TET", "+84912345678").blockOptional().orElseThrow();

        assertThat(first).startsWith("TET:").isEqualTo(second);
        assertThat(keys.of("XUAN", "+84912345678").blockOptional().orElseThrow())
                .doesNotEndWith(first.substring(3));
        assertThat(asked).hasValue(2);
    }
}
