package vn.ocopmarket.storefront.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import reactor.core.publisher.Flux;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderNews;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** That there is news is written with the news; and links that were given out can be revoked. */
class OrderNewsIT extends CommerceIT {

    @Autowired
    OrderNews news;

    @Autowired
    OrderLinks links;

    @Autowired
    @Qualifier("orderNewsWorker")
    PeriodicWorker worker;

    @BeforeEach
    void stop() {
        worker.stop();
    }

    @AfterEach
    void goOn() {
        worker.start();
    }

    @Test
    void keepsWhatWasToldWhileFollowersHeard() {
        var order = ordered();
        var first = newsOf(order);
        assertThat(first.heard()).isZero();
        assertThat(first.order().timeline()).extracting(entry -> entry.what()).containsExactly(What.PLACED);

        finalizing.paid(order.id(), payments.pay(order.id())).block(PATIENCE);
        news.heard(first).block(PATIENCE);
        var second = newsOf(order);
        assertThat(second.heard()).isEqualTo(1);
        assertThat(second.order().timeline()).hasSize(2);

        news.later(second, clock.instant().plusSeconds(60)).block(PATIENCE);
        assertThat(allNews()).noneMatch(some -> some.order().id().equals(order.id()));
        news.heard(second).block(PATIENCE);
        assertThat(all(clock.instant().plusSeconds(120)))
                .noneMatch(some -> some.order().id().equals(order.id()));
    }

    @Test
    void opensNothingWithALinkThatWasRevoked() {
        var order = ordered();
        var first = await(links.linkTo(order.id()));
        assertThat(await(links.firstLinkTo(order.id()))).isEqualTo(first);
        assertThat(opens(order, first)).isTrue();

        links.revoke(order.id()).block(PATIENCE);
        var second = await(links.linkTo(order.id()));

        assertThat(opens(order, first)).isFalse();
        assertThat(opens(order, second)).isTrue();
        var _ = await(Flux.range(0, 8).flatMap(_ -> links.revoke(order.id()), 8).then(links.linkTo(order.id())));
        assertThat(opens(order, second)).isFalse();
    }

    private boolean opens(Order order, String link) {
        return await(links.opens(order.id(), link.substring(link.indexOf("token=") + 6)));
    }

    private Order ordered() {
        return ((Prepared) prepare(cartOf(2, onSale(35_000, 5)), PaymentMethod.CARD, 70_000)).order();
    }

    private OrderNews.News newsOf(Order order) {
        return allNews().stream()
                .filter(some -> some.order().id().equals(order.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<OrderNews.News> allNews() {
        return all(clock.instant());
    }

    private List<OrderNews.News> all(Instant now) {
        return await(news.due(now, 10_000).collectList());
    }
}
