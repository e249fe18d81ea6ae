package vn.ocopmarket.catalog.product.mongo;

import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.product.CatalogProduct;
import vn.ocopmarket.catalog.product.ListingRun;
import vn.ocopmarket.catalog.product.ListingTarget.Change;

/**
 * What a product was before one write of an import, and the marks of what the write makes of it.
 *
 * @param before its fields, or null when it is new
 * @param units marks of its parts afterwards
 * @param written the product as it is to be written; null when the note comes from the store
 */
record BeforeNote(
        String run,
        String productId,
        long base,
        @Nullable Document before,
        SortedMap<String, String> units,
        @Nullable CatalogProduct written) {

    private static final String BEFORE = "before";
    private static final String UNITS = "units";
    private static final String BASE = "base";

    static BeforeNote of(String run, Change change) {
        var before = change.before();
        return new BeforeNote(
                run,
                change.after().record().id(),
                change.base(),
                before == null || before.removed() ? null : content(before),
                ProductUnits.marks(ProductDocuments.toFields(change.after())),
                change.after());
    }

    private static Document content(CatalogProduct product) {
        var fields = ProductDocuments.toFields(product);
        fields.remove(ProductDocuments.HISTORY);
        return fields;
    }

    private String mark() {
        return MongoBefores.markOf(units);
    }

    CatalogProduct marked() {
        return java.util.Objects.requireNonNull(written).marked(mark());
    }

    /** Of two imports that meet, the one that was late noted the very same before the other wrote it. */
    boolean isOf(Deed deed) {
        return deed.number() == base + 1 && mark().equals(deed.mark()) && ListingRun.isOf(run, deed.of());
    }

    Document toDocument() {
        return new Document("_id", String.join("|", run, productId, String.valueOf(base), mark()))
                .append(MongoBefores.RUN, run)
                .append(MongoBefores.PRODUCT, productId)
                .append(BASE, base)
                .append(BEFORE, before)
                .append(
                        UNITS,
                        units.entrySet().stream()
                                .map(unit -> unit.getValue() + ' ' + unit.getKey())
                                .toList());
    }

    static BeforeNote fromDocument(Document document) {
        var units = new TreeMap<String, String>();
        for (var unit : document.getList(UNITS, String.class)) {
            var gap = unit.indexOf(' ');
            units.put(unit.substring(gap + 1), unit.substring(0, gap));
        }
        return new BeforeNote(
                document.getString(MongoBefores.RUN),
                document.getString(MongoBefores.PRODUCT),
                document.getLong(BASE),
                document.get(BEFORE, Document.class),
                units,
                null);
    }
}
