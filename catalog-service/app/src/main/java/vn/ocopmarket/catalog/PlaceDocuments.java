package vn.ocopmarket.catalog;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.place.PlaceRef;

/** How a place is kept inside other documents. */
public final class PlaceDocuments {

    private PlaceDocuments() {}

    public static Document toDocument(PlaceRef place) {
        return new Document("provinceCode", place.provinceCode())
                .append("provinceName", place.provinceName())
                .append("communeCode", place.communeCode())
                .append("communeName", place.communeName())
                .append("formerNames", place.formerNames())
                .append("asCertified", place.asCertified());
    }

    public static PlaceRef fromDocument(Document document) {
        return new PlaceRef(
                document.getString("provinceCode"),
                document.getString("provinceName"),
                text(document, "communeCode"),
                text(document, "communeName"),
                document.getList("formerNames", String.class, List.of()),
                text(document, "asCertified"));
    }

    private static @Nullable String text(Document document, String field) {
        return document.getString(field);
    }
}
