package vn.ocopmarket.catalog.proposal.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Media;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Story;
import vn.ocopmarket.contract.product.Variant;

/**
 * All of a product that its producer may change.
 *
 * @param story in plain text, or null when there is none or it is in sections
 * @param narrative in sections, or null
 */
public record Content(
        @Nullable String story,
        @Nullable Story narrative,
        List<Media> media,
        @Nullable Integer alcoholTenths,
        @Nullable String traceUrl,
        List<Variant> variants) {

    public Content {
        media = List.copyOf(media);
        variants = List.copyOf(variants);
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

    Optional<Variant> variant(String sku) {
        return variants.stream().filter(variant -> variant.sku().equals(sku)).findFirst();
    }

    /**
     * The product with this content.
     *
     * @param certificates as they are to be when packs are added
     */
    public ProductRecord on(ProductRecord product, List<Certificate> certificates) {
        return new ProductRecord(
                product.id(),
                product.revision(),
                product.slug(),
                product.name(),
                product.producer(),
                product.place(),
                product.group(),
                certificates,
                variants,
                story,
                media,
                alcoholTenths,
                traceUrl,
                product.notices(),
                product.sample(),
                product.createdAt(),
                product.updatedAt(),
                product.dossier(),
                narrative);
    }
}
