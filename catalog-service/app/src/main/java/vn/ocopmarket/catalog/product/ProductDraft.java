package vn.ocopmarket.catalog.product;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.Media;
import vn.ocopmarket.contract.product.Story;
import vn.ocopmarket.contract.product.TaxClass;

/**
 * What can be edited of a product; certificates have a way of their own.
 *
 * @param producerId who makes it
 * @param province current or former name or code
 * @param commune current or former name, or null
 * @param communeCode current or former code, or null
 * @param group name or number of a group, or name or code of a branch, or null
 * @param story in plain text; not looked at when there is a narrative
 * @param narrative the story in sections, or null
 */
public record ProductDraft(
        String name,
        String producerId,
        String province,
        @Nullable String commune,
        @Nullable String communeCode,
        @Nullable String group,
        List<VariantDraft> variants,
        @Nullable String story,
        List<Media> media,
        @Nullable Integer alcoholTenths,
        @Nullable String traceUrl,
        @Nullable Story narrative) {

    public ProductDraft {
        // A request body that leaves them out is answered with the names of the fields, not with a fault.
        name = Objects.requireNonNullElse(name, "");
        producerId = Objects.requireNonNullElse(producerId, "");
        province = Objects.requireNonNullElse(province, "");
        variants = List.copyOf(Objects.requireNonNullElse(variants, List.of()));
        media = List.copyOf(Objects.requireNonNullElse(media, List.of()));
    }

    /**
     * What can be edited of a variant.
     *
     * @param sku or null, then one is made
     * @param gtin 8, 12, 13 or 14 digits, or null
     */
    public record VariantDraft(
            @Nullable String sku,
            @Nullable String gtin,
            String label,
            @Nullable String netWeight,
            @Nullable Money price,
            @Nullable TaxClass taxClass) {

        public VariantDraft {
            label = Objects.requireNonNullElse(label, "");
        }
    }
}
