package vn.ocopmarket.catalog.product;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.certification.CertifiedGroup;
import vn.ocopmarket.catalog.certification.ProductGroup;
import vn.ocopmarket.contract.gs1.Gtin;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.TaxClass;

/**
 * One line of a province's list, read and understood: a product, its recognition, and at most one variant. What a line does
 * not say stays as it is.
 *
 * @param producerKind legal form, for a producer that is new
 * @param group or null when the line names none
 * @param certifiedGroup the group in the words of the list, or null
 * @param sample whether it is made up for a demonstration
 * @param row its number, as the officer sees it
 */
public record Listing(
        String name,
        String producer,
        String producerKind,
        PlaceRef place,
        @Nullable ProductGroup group,
        @Nullable CertifiedGroup certifiedGroup,
        Recognition recognition,
        Pack pack,
        @Nullable String traceUrl,
        @Nullable String story,
        boolean sample,
        int row) {

    String identity() {
        return CatalogProduct.identity(name, producer, place.provinceCode());
    }

    /** The decision that a line quotes. */
    public record Recognition(
            String decision, @Nullable String issuedBy, LocalDate issuedOn, LocalDate validUntil, int stars) {}

    /** The variant that a line describes, if it does. */
    public record Pack(
            @Nullable String sku,
            @Nullable Gtin gtin,
            @Nullable String label,
            @Nullable String netWeight,
            @Nullable Money price,
            @Nullable TaxClass taxClass) {

        boolean namesVariant() {
            return sku != null || gtin != null || label != null || netWeight != null;
        }
    }
}
