package vn.ocopmarket.storefront.browse;

import java.util.List;
import java.util.Optional;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * A product with what can be had of it, as last indexed.
 *
 * @param availability one entry a SKU that has stock levels; a SKU without an entry has none
 */
public record ListedProduct(ProductRecord product, List<AvailabilityRecord> availability) {

    public ListedProduct {
        availability = List.copyOf(availability);
    }

    public Optional<AvailabilityRecord> availabilityOf(String sku) {
        return availability.stream().filter(record -> record.sku().equals(sku)).findFirst();
    }
}
