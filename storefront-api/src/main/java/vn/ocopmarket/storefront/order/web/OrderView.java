package vn.ocopmarket.storefront.order.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.TimelineEntry;
import vn.ocopmarket.storefront.order.Totals;

/** An order as the holder of its link sees it: without name, phone and street. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderView(
        String id,
        String number,
        String orderState,
        String paymentState,
        String fulfillmentState,
        List<LineView> lines,
        Totals totals,
        DeliveryView delivery,
        String paymentMethod,
        @Nullable String redirectUrl,
        @Nullable Instant holdExpiresAt,
        List<EntryView> timeline,
        List<RecallView> recalls,
        Instant createdAt) {

    /**
     * A lot among the goods that was called back.
     *
     * @param left whether the goods have left, so that the buyer may have them
     * @param trace where the public reads about it
     */
    record RecallView(
            String code,
            String sku,
            String name,
            String lot,
            String message,
            String reason,
            String remedy,
            boolean left,
            String trace) {}

    record LineView(
            String sku,
            String productId,
            String slug,
            String name,
            String label,
            String producer,
            String certificate,
            int stars,
            long quantity,
            Money unitPrice,
            Money total,
            int taxBasisPoints,
            Money tax) {

        static LineView of(OrderLine line) {
            return new LineView(
                    line.sku(),
                    line.productId(),
                    line.slug(),
                    line.name(),
                    line.label(),
                    line.producer(),
                    line.certificate(),
                    line.stars(),
                    line.quantity(),
                    line.unitPrice(),
                    line.total(),
                    line.tax().basisPoints(),
                    line.tax().amount());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryView(String kind, @Nullable String place) {

        static DeliveryView of(Delivery delivery) {
            return switch (delivery) {
                case Delivery.Ship ship -> new DeliveryView("ship", ship.communeName() + ", " + ship.provinceName());
                case Delivery.Pickup pickup -> new DeliveryView("pickup", pickup.locationName());
            };
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            Instant at,
            String what,
            String message,
            @Nullable String detail) {

        static EntryView of(TimelineEntry entry, MessageSource messages, Locale locale) {
            var message = messages.getMessage("order.timeline." + entry.what(), null, locale);
            var detail = entry.detail() == null
                    ? null
                    : messages.getMessage("order.reason." + entry.detail(), null, entry.detail(), locale);
            return new EntryView(entry.at(), entry.what().name(), message, detail);
        }
    }

    static OrderView of(Order order, List<LotRecord> recalled, MessageSource messages, Locale locale) {
        var waiting = order.state() == OrderState.PLACED;
        return new OrderView(
                order.id(),
                order.number(),
                order.state().name(),
                order.payment().name(),
                order.fulfillment().name(),
                order.lines().stream().map(LineView::of).toList(),
                order.totals(),
                DeliveryView.of(order.delivery()),
                order.method().name(),
                waiting ? order.preparation().redirectUrl() : null,
                waiting ? order.preparation().holdExpiresAt() : null,
                order.timeline().stream()
                        .map(entry -> EntryView.of(entry, messages, locale))
                        .toList(),
                recalled.stream()
                        .map(lot -> recall(order, lot, messages, locale))
                        .toList(),
                order.createdAt());
    }

    private static RecallView recall(Order order, LotRecord lot, MessageSource messages, Locale locale) {
        var left = order.fulfillment() == FulfillmentState.HANDED_OVER
                || order.fulfillment() == FulfillmentState.DELIVERED;
        var name = order.lines().stream()
                .filter(line -> line.sku().equals(lot.sku()))
                .map(OrderLine::name)
                .findFirst()
                .orElse(lot.sku());
        var recall = Objects.requireNonNull(lot.recall());
        var key = left ? "order.recalled.left" : "order.recalled.kept";
        var usual = messages.getMessage(key + ".remedy", null, locale);
        return new RecallView(
                "LOT_RECALLED",
                lot.sku(),
                name,
                lot.lot().value(),
                messages.getMessage(key, new Object[] {name, lot.lot().value()}, locale),
                recall.reason(),
                left ? Objects.requireNonNullElse(recall.advice(), usual) : usual,
                left,
                lot.path() + "#recall");
    }
}
