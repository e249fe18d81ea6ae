package vn.ocopmarket.storefront.fair.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.Eligibility.Reason;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.fair.JudgedPick;

/**
 * A product of a fair as pages and the API show it.
 *
 * @param stars 0 when it may not be sold
 * @param story the first sentences, or null
 * @param reasons why it may not be sold; empty when it may
 */
record ShownProduct(
        String id,
        @Nullable String slug,
        String name,
        int stars,
        @Nullable String producer,
        String provinceCode,
        String province,
        String groupCode,
        String group,
        @Nullable String story,
        List<Reason> reasons) {

    private static final int STORY_CHARACTERS = 190;

    static ShownProduct of(JudgedPick pick, boolean english) {
        var unfit = pick.unfit();
        var fit = pick.fit();
        var product = pick.product();
        var stars = fit == null ? 0 : fit.certificate().stars();
        List<Reason> reasons = unfit == null ? List.of() : unfit.reasons();
        return product == null
                ? new ShownProduct(
                        pick.pick().productId(), null, pick.pick().name(), 0, null, "", "", "", "", null, reasons)
                : of(product, stars, reasons, english);
    }

    static ShownProduct of(ProductRecord product, int stars, List<Reason> reasons, boolean english) {
        var place = product.place();
        var group = product.group();
        return new ShownProduct(
                product.id(),
                product.slug(),
                product.name(),
                stars,
                product.producer().name(),
                place.provinceCode(),
                place.provinceName(),
                group.code(),
                english ? group.nameEn() : group.name(),
                shortened(product.story()),
                reasons);
    }

    boolean sold() {
        return reasons.isEmpty();
    }

    /** Whole words only. */
    private static @Nullable String shortened(@Nullable String story) {
        if (story == null || story.length() <= STORY_CHARACTERS) {
            return story;
        }
        var cut = story.lastIndexOf(' ', STORY_CHARACTERS);
        return story.substring(0, cut > 0 ? cut : STORY_CHARACTERS) + "…";
    }
}
