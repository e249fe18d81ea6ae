package vn.ocopmarket.storefront.returning.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.orderview.PanelOfOrder;
import vn.ocopmarket.storefront.returning.AskingStaff;

/** On the order's page: how the buyer's requests stand, and the way to make one. */
@Component
class RequestPanel implements PanelOfOrder {

    private final AskingStaff asking;

    RequestPanel(AskingStaff asking) {
        this.asking = asking;
    }

    @Override
    public Mono<Panel> of(Order order, String token, Locale locale) {
        return asking.of(order.id())
                .filter(now -> !now.isEmpty())
                .map(now -> new Panel(
                        "returning/panel",
                        new Model(
                                order.id(),
                                token,
                                now.mayReturn(),
                                now.mayCancel(),
                                now.mayDrop(),
                                now.requests().stream()
                                        .map(RequestView::forBuyer)
                                        .toList())));
    }

    /** What the fragment shows. */
    record Model(
            String orderId,
            String token,
            boolean mayReturn,
            boolean mayCancel,
            boolean mayDrop,
            List<RequestView> requests) {}
}
