package vn.ocopmarket.storefront.ordernews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.order.Contact;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderNews;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.Preparation;
import vn.ocopmarket.storefront.order.Shipments;
import vn.ocopmarket.storefront.order.TimelineEntry;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.order.Totals;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** Followers hear everything, in order, again when they failed, and a fault of one order holds no other up. */
class TellingFollowersTests {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private final List<OrderNews.News> due = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> postponed = new ArrayList<>();
    private String stumblesAt = "";

    @Test
    void tellsOnlyWhatWasNotHeard() {
        due.add(new OrderNews.News(order("a", 3), 1, 1));

        assertThat(telling().tellDue().block()).isEqualTo(1);

        assertThat(told).containsExactly("a 1", "a 2");
        assertThat(heard).containsExactly("a");
    }

    @Test
    void comesBackToAnOrderThatFailedAndGoesOnWithTheOthers() {
        stumblesAt = "a 1";
        due.add(new OrderNews.News(order("a", 3), 0, 1));
        due.add(new OrderNews.News(order("b", 1), 0, 1));

        assertThat(telling().tellDue().block()).isEqualTo(2);

        assertThat(told).containsExactlyInAnyOrder("a 0", "b 0");
        assertThat(heard).containsExactly("b");
        assertThat(postponed).containsExactly("a");
    }

    private TellingFollowers telling() {
        OrderFollower follower = (order, index) -> Mono.fromRunnable(() -> {
            var what = order.id() + " " + index;
            if (what.equals(stumblesAt)) {
                throw new IllegalStateException("Not now");
            }
            told.add(what);
        });
        var news = new OrderNews() {
            @Override
            public Flux<News> due(Instant now, int limit) {
                return Flux.fromIterable(List.copyOf(due));
            }

            @Override
            public Mono<Void> heard(News some) {
                return Mono.fromRunnable(() -> heard.add(some.order().id()));
            }

            @Override
            public Mono<Void> later(News some, Instant moment) {
                return Mono.fromRunnable(() -> postponed.add(some.order().id()));
            }
        };
        return new TellingFollowers(news, () -> List.of(follower), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Order order(String id, int entries) {
        var free = Money.ZERO;
        return new Order(
                id,
                "N-" + id,
                OrderState.CONFIRMED,
                PaymentState.PAID,
                FulfillmentState.UNFULFILLED,
                new Contact("Người mua", "+84 900 000 000", null),
                new Delivery.Pickup("kho", "Kho"),
                PaymentMethod.CARD,
                List.of(),
                new Totals(free, free, free, free),
                new Preparation("cart", "fingerprint", "vi", null, List.of(), null, null, List.of()),
                Shipments.NONE,
                IntStream.range(0, entries)
                        .mapToObj(_ -> new TimelineEntry(NOW, What.PAID, null))
                        .toList(),
                NOW);
    }
}
