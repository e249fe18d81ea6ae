package vn.ocopmarket.storefront.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import vn.ocopmarket.contract.money.Money;

/** Finds what the books say about the money of orders, for who reports on it. */
public interface FindBooks {

    /** Those of these orders that have any; few enough for one question. */
    Flux<OrderBook> of(Collection<String> orderIds);

    /** Of the orders that were paid by card since then. */
    Flux<OrderBook> paidByCard(Instant since);

    /** The money of one order: what came, and what goes back in the order in which it was set aside. */
    record OrderBook(String orderId, String orderNumber, List<Received> received, List<GoneBack> back) {

        public OrderBook {
            received = List.copyOf(received);
            back = List.copyOf(back);
        }
    }

    /** @param moneyId the same for every part of the same money; an intent's at the card provider */
    record Received(String moneyId, boolean byCard, Money amount, Instant at) {}

    /**
     * Money that goes back.
     *
     * @param done whether it has arrived
     * @param parts what of the order it is for; empty when it is for no goods
     */
    record GoneBack(String id, Money amount, boolean done, List<Part> parts) {

        public GoneBack {
            parts = List.copyOf(parts);
        }
    }

    /** Some units of an item. */
    record Part(String item, long units, Money amount) {}
}
