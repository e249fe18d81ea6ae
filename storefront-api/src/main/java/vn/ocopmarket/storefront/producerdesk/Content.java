package vn.ocopmarket.storefront.producerdesk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.Media;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Story;
import vn.ocopmarket.contract.product.Variant;

/**
 * All of a product that its producer may change, in the catalogue's words.
 *
 * @param story in plain text, or null when there is none or it is in sections
 */
public record Content(
        @Nullable String story,
        @Nullable Story narrative,
        List<Media> media,
        @Nullable Integer alcoholTenths,
        @Nullable String traceUrl,
        List<Variant> variants) {

    public Content {
        media = List.copyOf(Objects.requireNonNullElse(media, List.of()));
        variants = List.copyOf(Objects.requireNonNullElse(variants, List.of()));
    }

    public static Content of(ProductRecord product) {
        return new Content(
                product.narrative() == null ? product.story() : null,
                product.narrative(),
                product.media(),
                product.alcoholTenths(),
                product.traceUrl(),
                product.variants());
    }

    public Content with(Story told) {
        return told.sections().isEmpty()
                ? new Content(null, null, media, alcoholTenths, traceUrl, variants)
                : new Content(null, told, media, alcoholTenths, traceUrl, variants);
    }

    public Content withPictures(List<Media> pictures) {
        return new Content(story, narrative, pictures, alcoholTenths, traceUrl, variants);
    }

    public Content withTracePage(@Nullable String page) {
        return new Content(story, narrative, media, alcoholTenths, page, variants);
    }
}
