package vn.ocopmarket.storefront.orderlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import vn.ocopmarket.storefront.account.CurrentBuyer;

class OrderLinksTests {

    @Test
    void asksAgainForTheSecretAfterTheStoreFailedAndOnlyThen() {
        var asked = new AtomicInteger();
        var secret = Mono.defer(() -> asked.incrementAndGet() == 1
                ? Mono.<String>error(new IllegalStateException("The store is away"))
                : Mono.just("secret"));
        var links = new OrderLinks(secret, new NeverRevoked(), new NobodysOrders(), "https://ocop.test");

        StepVerifier.create(links.firstLinkTo("o1")).verifyErrorMessage("The store is away");
        var link = links.firstLinkTo("o1").blockOptional().orElseThrow();

        assertThat(link).startsWith("https://ocop.test/orders/o1?token=");
        assertThat(links.linkTo("o1").blockOptional().orElseThrow()).isEqualTo(link);
        assertThat(asked).hasValue(2);
    }

    @Test
    void opensToWhoHasTheLinkAndToWhoIsSignedInAsItsBuyer() {
        var owners = new NobodysOrders();
        var links = new OrderLinks(Mono.just("secret"), new NeverRevoked(), owners, "https://ocop.test");
        var token = links.token("o1").blockOptional().orElseThrow();
        assertThat(owners.claim("b1", "o1").block()).isTrue();

        assertThat(links.opens("o1", token).block()).isTrue();
        assertThat(links.opens("o1", "").block()).isFalse();
        assertThat(opens(links, "b1", "o1")).isTrue();
        assertThat(opens(links, "b1", "o2")).isFalse();
        assertThat(opens(links, "b2", "o1")).isFalse();
    }

    private static boolean opens(OrderLinks links, String buyer, String order) {
        var signedIn = Mono.just(new CurrentBuyer.SignedIn(buyer, "b@sample.test", "cart"));
        return links.opens(order, "")
                .contextWrite(request -> CurrentBuyer.with(request, signedIn))
                .blockOptional()
                .orElseThrow();
    }

    private static final class NeverRevoked implements OrderLinks.Issues {

        @Override
        public Mono<Long> of(String orderId) {
            return Mono.just(0L);
        }

        @Override
        public Mono<Long> next(String orderId) {
            return Mono.just(1L);
        }
    }
}
