package vn.ocopmarket.storefront.browse.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;
import vn.ocopmarket.storefront.browse.domain.Reading;
import vn.ocopmarket.storefront.browse.domain.Reading.Piece;
import vn.ocopmarket.storefront.browse.web.SearchView.UnderstoodView;

/** Says in the reader's language what was read out of the words. */
@Component
class UnderstoodViews {

    private final FacetLabels labels;

    UnderstoodViews(FacetLabels labels) {
        this.labels = labels;
    }

    List<UnderstoodView> of(ProductQuery query, Locale locale) {
        return query.reading().understood().stream()
                .map(piece -> new UnderstoodView(
                        piece.kind().parameter(),
                        piece.text(),
                        label(piece, locale),
                        parameters(piece),
                        isReplaced(piece, query.filters())))
                .toList();
    }

    /** What is ticked or typed into fields is asked for instead of what was said. */
    private static boolean isReplaced(Piece piece, Filters filters) {
        return switch (piece) {
            case Reading.Stars said -> !filters.stars().containsAll(said.stars());
            case Reading.Province said -> !filters.provinces().contains(said.code());
            case Reading.Price said ->
                isOther(said.least(), filters.minPrice()) || isOther(said.most(), filters.maxPrice());
            case Reading.Place _, Reading.InStock _, Reading.Group _ -> false;
        };
    }

    private static boolean isOther(@Nullable Long said, @Nullable Long asked) {
        return said != null && !said.equals(asked);
    }

    private String label(Piece piece, Locale locale) {
        return switch (piece) {
            case Reading.Stars stars ->
                String.join(
                        ", ",
                        stars.stars().stream()
                                .sorted()
                                .map(number -> labels.of("stars", "" + number, locale))
                                .toList());
            case Reading.Price price -> labels.ofPrice(price.least(), price.most(), locale);
            case Reading.Province province -> labels.of("province", province.code(), locale);
            case Reading.Place place -> place.name();
            case Reading.InStock _ -> labels.of("inStock", "true", locale);
            case Reading.Group group -> labels.of("group", group.code(), locale);
        };
    }

    private static Map<String, List<String>> parameters(Piece piece) {
        return switch (piece) {
            case Reading.Stars stars ->
                Map.of(
                        "stars",
                        stars.stars().stream().sorted().map(String::valueOf).toList());
            case Reading.Price price -> {
                var ends = new TreeMap<String, List<String>>();
                if (price.least() != null) {
                    var _ = ends.put("minPrice", List.of("" + price.least()));
                }
                if (price.most() != null) {
                    var _ = ends.put("maxPrice", List.of("" + price.most()));
                }
                yield ends;
            }
            case Reading.Province province -> Map.of("province", List.of(province.code()));
            case Reading.InStock _ -> Map.of("inStock", List.of("true"));
            case Reading.Place _, Reading.Group _ -> Map.of();
        };
    }
}
