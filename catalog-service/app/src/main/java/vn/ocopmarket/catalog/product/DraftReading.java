package vn.ocopmarket.catalog.product;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.certification.ProductGroup;
import vn.ocopmarket.catalog.certification.ProductGroups;
import vn.ocopmarket.catalog.place.PlaceResolution.Resolved;
import vn.ocopmarket.catalog.place.PlaceResolution.Several;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.ProductDraft.VariantDraft;
import vn.ocopmarket.catalog.story.ReadingPictures;
import vn.ocopmarket.catalog.story.ReadingStories;
import vn.ocopmarket.contract.gs1.Gtin;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.Variant;

/** Understands a draft, or says what is wrong with each of its fields. */
final class DraftReading {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_STORY = 20_000;
    private static final int LONGEST_SKU = 64;
    private static final int MOST_VARIANTS = 100;
    private static final int MOST_PICTURES = 24;

    private final ProductDraft draft;
    private final Places places;
    private final Optional<ProductGroup> group;
    private final List<FieldError> errors = new ArrayList<>();

    DraftReading(ProductDraft draft, Places places, ProductGroups groups, LocalDate today) {
        this.draft = draft;
        this.places = places;
        var words = draft.group();
        this.group = words == null
                ? Optional.of(groups.unclassified())
                : groups.byCode(words).or(() -> groups.find(words, today));
        check();
    }

    private void check() {
        text("name", draft.name(), LONGEST_NAME);
        if (draft.story() != null && draft.story().length() > LONGEST_STORY) {
            errors.add(FieldError.of("story", "too-long", LONGEST_STORY));
        }
        errors.addAll(places.errors(draft.province(), draft.commune(), draft.communeCode()));
        if (group.isEmpty()) {
            errors.add(FieldError.of("group", "unknown-group", String.valueOf(draft.group())));
        }
        if (draft.traceUrl() != null && !isWebAddress(draft.traceUrl())) {
            errors.add(FieldError.of("traceUrl", "web-address", draft.traceUrl()));
        }
        if (draft.variants().size() > MOST_VARIANTS) {
            errors.add(FieldError.of("variants", "too-many", MOST_VARIANTS));
        }
        checkVariants();
        errors.addAll(ReadingPictures.errors("media", draft.media(), MOST_PICTURES));
        errors.addAll(ReadingStories.errors("narrative", draft.narrative()));
    }

    private void checkVariants() {
        var seen = new HashSet<String>();
        IntStream.range(0, draft.variants().size()).forEach(index -> {
            var variant = draft.variants().get(index);
            var path = "variants[%d].".formatted(index);
            text(path + "label", variant.label(), LONGEST_NAME);
            if (variant.sku() != null) {
                text(path + "sku", variant.sku(), LONGEST_SKU);
            }
            if (!seen.add("sku " + skuOf(variant)) || variant.gtin() != null && !seen.add("gtin " + variant.gtin())) {
                errors.add(FieldError.of(path + (variant.sku() == null ? "label" : "sku"), "twice"));
            }
            checkGtin(path, variant);
            if (variant.price() != null && variant.price().amount() <= 0) {
                errors.add(
                        FieldError.of(path + "price", "price", variant.price().amount()));
            }
        });
    }

    private void checkGtin(String path, VariantDraft variant) {
        try {
            var _ = gtinOf(variant);
        } catch (IllegalArgumentException e) {
            errors.add(FieldError.of(path + "gtin", "gtin-check-digit", String.valueOf(variant.gtin())));
        }
    }

    private void text(String field, String text, int longest) {
        if (text.isBlank()) {
            errors.add(FieldError.of(field, "required"));
        } else if (text.length() > longest) {
            errors.add(FieldError.of(field, "too-long", longest));
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = URI.create(text);
            return address.getHost() != null
                    && String.valueOf(address.getScheme()).startsWith("http");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    List<FieldError> errors() {
        return errors;
    }

    /** Only when there are no errors. */
    PlaceRef place() {
        return switch (places.resolve(draft.province(), draft.commune(), draft.communeCode())) {
            case Resolved(var place) -> place;
            case Several several -> several.place();
            default -> throw new IllegalStateException("Checked before: " + draft.province());
        };
    }

    /** Only when there are no errors. */
    ProductGroup group() {
        return group.orElseThrow();
    }

    /** Only when there are no errors. */
    List<Variant> variants() {
        return draft.variants().stream()
                .map(variant -> new Variant(
                        skuOf(variant),
                        gtinOf(variant),
                        variant.label(),
                        variant.netWeight(),
                        variant.price(),
                        variant.taxClass() == null ? group().taxClass() : variant.taxClass()))
                .toList();
    }

    private String skuOf(VariantDraft variant) {
        return variant.sku() == null
                ? VariantListing.madeUp(draft.producerId() + '|' + draft.name(), variant.label())
                : variant.sku();
    }

    private static @Nullable Gtin gtinOf(VariantDraft variant) {
        return variant.gtin() == null ? null : Gtin.parse(variant.gtin());
    }
}
