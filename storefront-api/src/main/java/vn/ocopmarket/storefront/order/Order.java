package vn.ocopmarket.storefront.order;

import java.time.Instant;
import java.util.List;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.inventory.StockLine;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/**
 * An order.
 *
 * @param id follows from the idempotency key it was made under
 * @param number short, unguessable, for people
 */
public record Order(
        String id,
        String number,
        OrderState state,
        PaymentState payment,
        FulfillmentState fulfillment,
        Contact contact,
        Delivery delivery,
        PaymentMethod method,
        List<OrderLine> lines,
        Totals totals,
        Preparation preparation,
        List<TimelineEntry> timeline,
        Instant createdAt) {

    public Order {
        lines = List.copyOf(lines);
        timeline = List.copyOf(timeline);
    }

    public Money total() {
        return totals.total();
    }

    public List<String> skus() {
        return lines.stream().map(OrderLine::sku).distinct().toList();
    }

    public List<StockLine> stockLines() {
        return lines.stream()
                .map(line -> new StockLine(line.sku(), line.quantity()))
                .toList();
    }

    /** Whether buyers get to see it. */
    public boolean isPlaced() {
        return state != OrderState.PREPARING && state != OrderState.REFUSED;
    }
}
