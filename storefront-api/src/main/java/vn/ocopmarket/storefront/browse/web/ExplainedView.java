package vn.ocopmarket.storefront.browse.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.ocopmarket.storefront.browse.ExplainSearch.Explained;
import vn.ocopmarket.storefront.browse.ExplainSearch.How;
import vn.ocopmarket.storefront.browse.ExplainSearch.Part;

/**
 * Why a search puts products where it does.
 *
 * @param words that were searched for in the end
 * @param match as in the search
 */
record ExplainedView(String words, @Nullable String didYouMean, String match, List<HitView> items) {

    /** @param score the sum of the points of its parts, but for rounding */
    record HitView(String id, String name, double score, List<PartView> parts) {}

    /**
     * What a product has points for.
     *
     * @param where {@code name}, {@code producer}, {@code place}, {@code group}, {@code story}, {@code code}, {@code stock},
     *     {@code stars} or {@code other}
     * @param how {@code word}, {@code accents}, {@code together}, {@code beginning}, {@code otherwise} or {@code kind}
     * @param says the same in the reader's language
     */
    record PartView(String where, String how, @Nullable String text, double points, String says) {}

    static ExplainedView of(Explained explained, MessageSource messages, Locale locale) {
        return new ExplainedView(
                explained.words(),
                explained.didYouMean(),
                lower(explained.match()),
                explained.hits().stream()
                        .map(hit -> new HitView(
                                hit.id(),
                                hit.name(),
                                rounded(hit.score()),
                                hit.parts().stream()
                                        .map(part -> part(part, messages, locale))
                                        .toList()))
                        .toList());
    }

    private static PartView part(Part part, MessageSource messages, Locale locale) {
        var where = messages.getMessage("explain.where." + part.where(), null, locale);
        var key = "explain.how." + (part.how() == How.KIND ? part.how() + "." + part.where() : part.how());
        return new PartView(
                lower(part.where()),
                lower(part.how()),
                part.text().isEmpty() ? null : part.text(),
                rounded(part.points()),
                messages.getMessage(key, new Object[] {where, part.text()}, locale));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static double rounded(double points) {
        return Math.round(points * 1_000) / 1_000d;
    }
}
