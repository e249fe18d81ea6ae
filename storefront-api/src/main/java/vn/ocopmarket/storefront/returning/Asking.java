package vn.ocopmarket.storefront.returning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;

/**
 * What can be asked of an order now, and what was asked before.
 *
 * @param droppable what may be taken out of it, as it is in no parcel
 * @param least what the goods that vouchers lowered must stay worth
 */
public record Asking(
        Order order,
        List<Item> items,
        List<Item> droppable,
        List<String> reasons,
        boolean mayCancel,
        List<BuyerRequest> requests,
        Money least) {

    public Asking {
        items = List.copyOf(items);
        droppable = List.copyOf(droppable);
        reasons = List.copyOf(reasons);
        requests = List.copyOf(requests);
    }

    /** A line and how many units of it may still be sent back, or taken out. */
    public record Item(String sku, String name, long left) {}

    public boolean mayReturn() {
        return !reasons.isEmpty() && items.stream().anyMatch(item -> item.left() > 0);
    }

    /** Whether some of it may be taken out and something stays. */
    public boolean mayDrop() {
        return !droppable.isEmpty()
                && order.preparation().takes().stream()
                                .mapToLong(Take::quantity)
                                .sum()
                        > 1;
    }

    /** How many units may be taken out. */
    long left(String sku) {
        return droppable.stream()
                .filter(item -> item.sku().equals(sku))
                .mapToLong(Item::left)
                .sum();
    }

    /** Whether there is anything to show. */
    public boolean isEmpty() {
        return requests.isEmpty() && !mayReturn() && !mayCancel && !mayDrop();
    }

    @Nullable
    Item item(String sku) {
        return items.stream().filter(item -> item.sku().equals(sku)).findFirst().orElse(null);
    }
}
