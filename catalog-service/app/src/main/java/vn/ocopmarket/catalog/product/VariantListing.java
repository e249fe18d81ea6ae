package vn.ocopmarket.catalog.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.NameKey;
import vn.ocopmarket.catalog.StableIds;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.Listing.Pack;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.contract.product.Variant;

/** How the pack that a line describes enters a product's variants. */
final class VariantListing {

    private static final int SKU_LENGTH = 10;

    private VariantListing() {}

    /** What the variants are then, or why the line contradicts them. */
    sealed interface Entered {

        /** @param sku of the variant that the line names, or null when it names none */
        record Variants(List<Variant> variants, @Nullable String sku) implements Entered {}

        record Contradiction(FieldError error) implements Entered {}
    }

    /**
     * @param identity of the product, from which a missing SKU follows
     * @param fallbackLabel for a variant of which the line says nothing
     */
    static Entered enter(List<Variant> variants, Pack pack, String identity, String fallbackLabel, TaxClass usual) {
        var label = pack.label() != null ? pack.label() : Objects.requireNonNullElse(pack.netWeight(), fallbackLabel);
        var known = known(variants, pack, label);
        if (known.isPresent()) {
            return changed(variants, known.get(), pack);
        }
        if (!pack.namesVariant() && variants.size() > 1) {
            return pack.price() == null
                    ? new Entered.Variants(variants, null)
                    : new Entered.Contradiction(FieldError.of("variant", "which-variant"));
        }
        var sku = pack.sku() != null ? pack.sku() : madeUp(identity, label);
        var more = new ArrayList<>(variants);
        more.add(new Variant(
                sku,
                pack.gtin(),
                label,
                pack.netWeight(),
                pack.price(),
                Objects.requireNonNullElse(pack.taxClass(), usual)));
        return new Entered.Variants(more, pack.namesVariant() ? sku : null);
    }

    private static Optional<Variant> known(List<Variant> variants, Pack pack, String label) {
        if (!pack.namesVariant() && variants.size() == 1) {
            return Optional.of(variants.getFirst());
        }
        var key = NameKey.of(label);
        return first(variants, variant -> variant.sku().equals(pack.sku()))
                .or(() -> first(
                        variants, variant -> pack.gtin() != null && pack.gtin().equals(variant.gtin())))
                .or(() -> first(variants, variant -> NameKey.of(variant.label()).equals(key)));
    }

    private static Optional<Variant> first(List<Variant> variants, Predicate<Variant> which) {
        return variants.stream().filter(which).findFirst();
    }

    /** A SKU never changes: stock and orders hang on it. */
    private static Entered changed(List<Variant> variants, Variant known, Pack pack) {
        if (pack.sku() != null && !pack.sku().equals(known.sku())) {
            return new Entered.Contradiction(FieldError.of("sku", "other-sku", known.sku()));
        }
        var next = new Variant(
                known.sku(),
                pack.gtin() == null ? known.gtin() : pack.gtin(),
                pack.label() == null ? known.label() : pack.label(),
                pack.netWeight() == null ? known.netWeight() : pack.netWeight(),
                pack.price() == null ? known.price() : pack.price(),
                Objects.requireNonNullElse(pack.taxClass(), known.taxClass()));
        return new Entered.Variants(
                variants.stream()
                        .map(variant -> variant.equals(known) ? next : variant)
                        .toList(),
                pack.namesVariant() ? known.sku() : null);
    }

    static String madeUp(String identity, String label) {
        return "OCOP-"
                + StableIds.of("sku|" + identity + '|' + NameKey.of(label), SKU_LENGTH)
                        .toUpperCase(Locale.ROOT);
    }
}
