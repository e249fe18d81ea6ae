package vn.ocopmarket.storefront.returning;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.fulfillment.FulfillingOrder;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome.Moved;
import vn.ocopmarket.storefront.payment.ReturningMoney;
import vn.ocopmarket.storefront.refund.RefundingOrder;
import vn.ocopmarket.storefront.returning.RequestOutcome.Done;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;

/** What the tests of buyers' requests share: who asks, who decides, and what became of goods and money. */
abstract class RequestsIT extends CommerceIT {

    static final int MORE_STEPS_THAN_THERE_ARE = 60;
    static final long PRICE = 35_000;

    @Autowired
    AskingStaff asking;

    @Autowired
    HandlingRequests handling;

    @Autowired
    BuyerRequests requests;

    @Autowired
    FulfillingOrder fulfilling;

    @Autowired
    RefundingOrder refunding;

    @Autowired
    ReturningMoney money;

    @Autowired
    MongoDatabase database;

    final void deliver(Order order) {
        assertThat(await(fulfilling.pack(order.id()))).isInstanceOf(Moved.class);
        handOver(order);
    }

    final void handOver(Order packed) {
        assertThat(await(fulfilling.handOver(packed.id()))).isInstanceOf(Moved.class);
        assertThat(await(fulfilling.deliver(packed.id()))).isInstanceOf(Moved.class);
    }

    final BuyerRequest done(Mono<RequestOutcome> outcome) {
        return ((Done) await(outcome)).request();
    }

    final BuyerRequest now(BuyerRequest request) {
        return await(requests.find(request.id()));
    }

    final Order now(Order order) {
        return await(orders.find(order.id()));
    }

    final void assertNothingIsLeftToDo(BuyerRequest request) {
        var soon = clock.instant().plus(Duration.ofMinutes(10));
        assertThat(await(requests.due(soon, 1_000).collectList()))
                .noneMatch(due -> due.request().id().equals(request.id()));
    }

    /** How much money went back. */
    final long back(Order order) {
        return await(refunding.of(order.id())).back().amount();
    }

    /** What the letters about the request tell. */
    final List<String> letters(BuyerRequest request) {
        var prefix = "request-" + request.id() + "-";
        return await(Flux.from(database.getCollection("mails").find(Filters.regex("_id", "^" + prefix)))
                .map(mail -> mail.getString("_id").substring(prefix.length()))
                .collectList());
    }
}
