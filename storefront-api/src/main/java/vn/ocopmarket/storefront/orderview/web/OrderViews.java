package vn.ocopmarket.storefront.orderview.web;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.banktransfer.TransferSlips;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.orderview.PanelOfOrder;
import vn.ocopmarket.storefront.orderview.PanelOfOrder.Panel;
import vn.ocopmarket.storefront.orderview.RecallsOfOrder;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** Shows orders in a reader's language, with what was called back of them as of now. */
@Component
class OrderViews {

    private final RecallsOfOrder recalls;
    private final TransferSlips slips;
    private final ObjectProvider<PanelOfOrder> panels;
    private final MessageSource messages;

    OrderViews(
            RecallsOfOrder recalls, TransferSlips slips, ObjectProvider<PanelOfOrder> panels, MessageSource messages) {
        this.recalls = recalls;
        this.panels = panels;
        this.slips = slips;
        this.messages = messages;
    }

    /** How the buyer pays by transfer; empty when the order does not wait for one. */
    Mono<TransferPanel> transfer(Order order) {
        return order.state() == OrderState.PLACED && order.method() == PaymentMethod.BANK_TRANSFER
                ? slips.waiting(order.id()).map(TransferPanel::of)
                : Mono.empty();
    }

    /** What other features show of it. */
    Mono<List<Panel>> panels(Order order, String token, Locale locale) {
        return Flux.fromStream(panels::orderedStream)
                .concatMap(panel -> panel.of(order, token, locale))
                .collectList();
    }

    /** For staff, who ask the buyer for the code. */
    OrderView of(Order order, Locale locale) {
        return OrderView.of(order, recalls.of(order), null, messages, locale);
    }

    OrderView forBuyer(Order order, Locale locale) {
        return OrderView.of(order, recalls.of(order), PickupView.of(order), messages, locale);
    }
}
