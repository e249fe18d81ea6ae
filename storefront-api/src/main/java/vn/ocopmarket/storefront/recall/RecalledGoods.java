package vn.ocopmarket.storefront.recall;

import java.util.List;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.orderview.RecallsOfOrder;

/** Tells of an order which of the lots that are its own, or left with it, were called back. */
final class RecalledGoods implements RecallsOfOrder {

    private final RecalledLots lots;

    RecalledGoods(RecalledLots lots) {
        this.lots = lots;
    }

    /** What is only held until it is paid is exchanged then, so the buyer need not know. */
    @Override
    public List<LotRecord> of(Order order) {
        var isTheirs = order.state() == OrderState.CONFIRMED || order.state() == OrderState.COMPLETED;
        return isTheirs ? lots.all().stream().filter(lot -> hasSome(order, lot)).toList() : List.of();
    }

    private static boolean hasSome(Order order, LotRecord lot) {
        return order.preparation().takes().stream()
                .anyMatch(take ->
                        take.sku().equals(lot.sku()) && lot.lot().value().equals(take.lot()));
    }
}
