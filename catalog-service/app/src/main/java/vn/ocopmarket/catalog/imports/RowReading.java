package vn.ocopmarket.catalog.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.certification.CertifiedGroup;
import vn.ocopmarket.catalog.certification.ProductGroup;
import vn.ocopmarket.catalog.imports.domain.DateText;
import vn.ocopmarket.catalog.imports.domain.GtinText;
import vn.ocopmarket.catalog.imports.domain.PriceText;
import vn.ocopmarket.catalog.imports.domain.StarText;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.Listing.Pack;
import vn.ocopmarket.catalog.product.Listing.Recognition;
import vn.ocopmarket.contract.gs1.Gtin;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.TaxClass;

/** Understands the cells of one row and collects everything that is wrong with them. */
final class RowReading {

    private static final int YEARS_OF_VALIDITY = 3;
    private static final int FEWEST_STARS = 3;
    private static final int MOST_STARS = 5;

    private final RawRow row;
    private final ListTerms terms;
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<Column, String> texts = new EnumMap<>(Column.class);

    RowReading(RawRow row, ListTerms terms) {
        this.row = row;
        this.terms = terms;
        Arrays.stream(Column.values()).forEach(this::check);
    }

    private void check(Column column) {
        var text = row.text(column);
        if (text == null) {
            if (column.required()) {
                refuse(column, "required");
            }
        } else if (text.length() > column.longest()) {
            refuse(column, "too-long", column.longest());
        } else {
            texts.put(column, text);
        }
    }

    List<FieldError> errors() {
        return errors;
    }

    void refuse(Column column, String code, Object... arguments) {
        errors.add(FieldError.of(column.key(), code, arguments));
    }

    @Nullable
    String text(Column column) {
        return texts.get(column);
    }

    /** For columns that are required: what is missing has been noted. */
    String given(Column column) {
        return Objects.requireNonNullElse(text(column), "");
    }

    Optional<Recognition> recognition() {
        var stars = stars();
        var issued = date(Column.ISSUED_ON);
        var until = date(Column.VALID_UNTIL).or(() -> issued.map(day -> day.plusYears(YEARS_OF_VALIDITY)));
        if (stars.isEmpty() || issued.isEmpty() || until.isEmpty() || text(Column.DECISION) == null) {
            return Optional.empty();
        }
        if (until.get().isBefore(issued.get())) {
            refuse(Column.VALID_UNTIL, "ends-before-it-begins");
            return Optional.empty();
        }
        return Optional.of(new Recognition(
                given(Column.DECISION), text(Column.ISSUED_BY), issued.get(), until.get(), stars.get()));
    }

    private Optional<Integer> stars() {
        var text = text(Column.STARS);
        if (text == null) {
            return Optional.empty();
        }
        var stars = StarText.read(text);
        if (stars.isEmpty() || stars.getAsInt() < FEWEST_STARS || stars.getAsInt() > MOST_STARS) {
            refuse(Column.STARS, "stars", text);
            return Optional.empty();
        }
        return Optional.of(stars.getAsInt());
    }

    private Optional<LocalDate> date(Column column) {
        return Optional.ofNullable(text(column)).flatMap(text -> {
            var date = DateText.read(text);
            if (date.isEmpty()) {
                refuse(column, "date", text);
            }
            return date;
        });
    }

    Optional<ProductGroup> group(LocalDate day) {
        return Optional.ofNullable(text(Column.GROUP)).flatMap(words -> {
            var group = terms.groups().find(words, day);
            if (group.isEmpty()) {
                refuse(Column.GROUP, "unknown-group", words);
            }
            return group;
        });
    }

    @Nullable
    CertifiedGroup certifiedGroup(LocalDate day) {
        var words = text(Column.GROUP);
        return words == null ? null : new CertifiedGroup(terms.groups().versionOn(day), words);
    }

    Pack pack() {
        return new Pack(text(Column.SKU), gtin(), text(Column.VARIANT), text(Column.NET_WEIGHT), price(), taxClass());
    }

    private @Nullable Gtin gtin() {
        var text = text(Column.GTIN);
        if (text == null) {
            return null;
        }
        var cell = row.cells().get(Column.GTIN);
        return switch (GtinText.read(text, cell != null && cell.number())) {
            case GtinText.Right(var gtin) -> gtin;
            case GtinText.WrongCheckDigit(var digits) -> refused("gtin-check-digit", digits);
            case GtinText.WrongLength(var digits) -> refused("gtin-length", digits);
            case GtinText.NotDigits(var words) -> refused("gtin-digits", words);
        };
    }

    private @Nullable Gtin refused(String code, String text) {
        refuse(Column.GTIN, code, text);
        return null;
    }

    private @Nullable Money price() {
        var text = text(Column.PRICE);
        if (text == null) {
            return null;
        }
        var price = PriceText.read(text);
        if (price.isEmpty()) {
            refuse(Column.PRICE, "price", text);
        }
        return price.orElse(null);
    }

    private @Nullable TaxClass taxClass() {
        var text = text(Column.TAX_CLASS);
        if (text == null) {
            return null;
        }
        var name = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(TaxClass.values())
                .filter(taxClass -> taxClass.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    refuse(Column.TAX_CLASS, "tax-class", text);
                    return TaxClass.GENERAL_GOODS;
                });
    }
}
