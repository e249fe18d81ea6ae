package vn.ocopmarket.storefront.orderview.web;

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

/** An order as the holder of its link sees it: without name, phone and street. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderView(
        String id,
        String number,
        String orderState,
        String paymentState,
        String fulfillmentState,
        List<LineView> lines,
        TotalsView totals,
        DeliveryView delivery,
        String paymentMethod,
        @Nullable String redirectUrl,
        @Nullable Instant holdExpiresAt,
        List<EntryView> timeline,
        List<RecallView> recalls,
        List<ParcelView> shipments,
        @Nullable PickupView pickup,
        Instant createdAt) {

    private static final double BASIS_POINTS_OF_A_PERCENT = 100.0;

    /** Whether somebody looks at the age of who takes the goods. */
    public boolean needsAgeCheck() {
        return lines.stream().anyMatch(line -> line.alcohol() && line.dropped() < line.quantity());
    }

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

    /** @param dropped how many of the units were taken out before they were packed */
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
            long dropped,
            Money unitPrice,
            Money discount,
            Money total,
            int taxBasisPoints,
            Money tax,
            String taxReason,
            List<String> notices,
            boolean alcohol) {

        /** In percent. */
        public double taxRate() {
            return taxBasisPoints / BASIS_POINTS_OF_A_PERCENT;
        }

        static LineView of(OrderLine line, long dropped) {
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
                    Math.min(dropped, line.quantity()),
                    line.unitPrice(),
                    line.discount().amount(),
                    line.total(),
                    line.tax().basisPoints(),
                    line.tax().amount(),
                    line.marks().taxReason(),
                    line.marks().notices(),
                    line.marks().alcohol());
        }
    }

    /**
     * What it costs.
     *
     * @param goods without vouchers
     * @param discount what all vouchers took off together
     * @param payable the total without what was taken out of an order that is paid at the door; else the total, of which what
     *     was taken out goes back
     */
    record TotalsView(
            Money goods,
            Money discount,
            List<VoucherView> vouchers,
            Money shipping,
            Money total,
            Money tax,
            Money payable) {

        /** What one voucher took off. */
        record VoucherView(String code, String name, Money amount) {}

        static TotalsView of(Order order, Locale locale) {
            var totals = order.totals();
            var isEnglish = "en".equals(locale.getLanguage());
            var vouchers = totals.discounts().stream()
                    .map(one -> new VoucherView(one.code(), isEnglish ? one.nameEn() : one.name(), one.amount()))
                    .toList();
            return new TotalsView(
                    totals.goods(),
                    totals.discount(),
                    vouchers,
                    totals.shipping(),
                    totals.total(),
                    totals.tax(),
                    order.payable());
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
            var amount = entry.amount();
            var arguments = amount == null ? null : new Object[] {amount};
            var message = messages.getMessage("order.timeline." + entry.what(), arguments, locale);
            var detail = entry.detail() == null || amount != null
                    ? null
                    : messages.getMessage("order.reason." + entry.detail(), null, entry.detail(), locale);
            return new EntryView(entry.at(), entry.what().name(), message, detail);
        }
    }

    /** @param pickup how the buyer collects it, or null for whoever need not know */
    static OrderView of(
            Order order, List<LotRecord> recalled, @Nullable PickupView pickup, MessageSource messages, Locale locale) {
        var waiting = order.state() == OrderState.PLACED;
        return new OrderView(
                order.id(),
                order.number(),
                order.state().name(),
                order.payment().name(),
                order.fulfillment().name(),
                order.lines().stream()
                        .map(line -> LineView.of(line, order.shipments().dropped(line.sku())))
                        .toList(),
                TotalsView.of(order, locale),
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
                ParcelView.of(order),
                pickup,
                order.createdAt());
    }

    private static RecallView recall(Order order, LotRecord lot, MessageSource messages, Locale locale) {
        var left = order.fulfillment().someLeft() && order.fulfillment() != FulfillmentState.RETURNED;
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
