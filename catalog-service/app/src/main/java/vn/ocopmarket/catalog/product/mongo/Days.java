package vn.ocopmarket.catalog.product.mongo;

import java.time.LocalDate;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Calendar dates are kept as the text they are. */
final class Days {

    private Days() {}

    static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    static LocalDate day(Document document, String field) {
        return LocalDate.parse(Objects.requireNonNull(document.getString(field), field));
    }

    static @Nullable LocalDate dayOrNull(Document document, String field) {
        var text = document.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }
}
