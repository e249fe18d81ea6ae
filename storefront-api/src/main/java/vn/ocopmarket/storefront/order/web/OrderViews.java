package vn.ocopmarket.storefront.order.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.RecallsOfOrder;

/** Shows orders in a reader's language, with what was called back of them as of now. */
@Component
class OrderViews {

    private final RecallsOfOrder recalls;
    private final MessageSource messages;

    OrderViews(RecallsOfOrder recalls, MessageSource messages) {
        this.recalls = recalls;
        this.messages = messages;
    }

    OrderView of(Order order, Locale locale) {
        return OrderView.of(order, recalls.of(order), messages, locale);
    }
}
