package vn.ocopmarket.storefront.orderview;

import java.util.Locale;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Order;

/** Something that another feature adds to the page of an order; every bean of this type is asked. */
public interface PanelOfOrder {

    /** Empty when it has nothing to show of this order. */
    Mono<Panel> of(Order order, String token, Locale locale);

    /** @param template that has a fragment {@code panel(model)} */
    record Panel(String template, Object model) {}
}
