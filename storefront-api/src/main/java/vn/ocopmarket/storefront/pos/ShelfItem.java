package vn.ocopmarket.storefront.pos;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.storefront.inventory.StockView;

/**
 * One SKU at a location.
 *
 * @param product or null when the catalogue does not answer for it
 * @param today whether it may be sold today, or null with the product
 * @param lots its stock, lot by lot
 */
public record ShelfItem(
        String sku,
        @Nullable ProductRecord product,
        @Nullable Eligibility today,
        List<StockView> lots) {

    public ShelfItem {
        lots = List.copyOf(lots);
    }

    public String name() {
        return product == null ? sku : product.name();
    }

    public @Nullable Variant variant() {
        return product == null ? null : product.variant(sku).orElse(null);
    }

    public boolean sellable() {
        return today instanceof Eligibility.Eligible;
    }

    public List<Eligibility.Reason> reasons() {
        return today instanceof Eligibility.Ineligible(var reasons) ? reasons : List.of();
    }

    public long onHand() {
        return lots.stream().mapToLong(StockView::onHand).sum();
    }

    public long available() {
        return lots.stream().mapToLong(StockView::available).sum();
    }
}
