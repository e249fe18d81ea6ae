package vn.ocopmarket.storefront.refund;

import reactor.core.publisher.Flux;

/** What buyers ask to send back and have not got the money for: giving that money by hand too would give it twice. */
public interface UnitsAskedFor {

    /**
     * So many units of a line.
     *
     * @param request its number for people
     */
    record Asked(String request, String item, long units) {}

    /** Of the open requests about an order, in their order; empty when there are none. */
    Flux<Asked> of(String orderId);
}
