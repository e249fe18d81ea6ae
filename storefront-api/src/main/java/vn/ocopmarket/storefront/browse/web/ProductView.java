package vn.ocopmarket.storefront.browse.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.Story;
import vn.ocopmarket.storefront.browse.web.CardView.CodeView;

/**
 * All that is told of one product on a day.
 *
 * @param certificate the one whose stars are shown, or the newest when none holds; null without any
 * @param story in plain text
 * @param narrative the story in sections with CommonMark, or null
 * @param forAdults whether the law keeps it from people under 18: pages show them nothing of it
 * @param purchasable whether any variant may be bought today, stock aside unless it was called back
 */
record ProductView(
        String id,
        String slug,
        String name,
        MakerView producer,
        CodeView province,
        @Nullable CodeView commune,
        List<String> formerPlaceNames,
        GroupView group,
        @Nullable Integer stars,
        @Nullable CertificateView certificate,
        List<CertificateView> certificates,
        @Nullable Money price,
        @Nullable String image,
        boolean inStock,
        boolean purchasable,
        @Nullable String story,
        List<MediaView> media,
        List<VariantView> variants,
        TraceView trace,
        List<NoticeView> notices,
        List<LocationView> availability,
        List<RecordView> records,
        boolean sample,
        @Nullable Story narrative,
        boolean forAdults) {

    /** Why a variant is not sold of which all that is left was called back. */
    static final String LOT_RECALLED = "LOT_RECALLED";

    /** Whether it is a recall alone, and no certificate or paper, that keeps it off sale. */
    public boolean soldOutByRecall() {
        return !purchasable
                && variants.stream()
                        .flatMap(variant -> variant.reasons().stream())
                        .map(ReasonView::code)
                        .collect(Collectors.toSet())
                        .equals(Set.of(LOT_RECALLED));
    }

    /** Who makes it. */
    record MakerView(String id, String slug, String name, String kind) {}

    /** Its group, in the reader's language. */
    record GroupView(String code, String name, String branchCode, String branchName) {}

    /** A picture. */
    record MediaView(String url, String alt, @Nullable String credit) {}

    /** What can be put into a cart, or why not; stars only while a certificate that names it holds. */
    record VariantView(
            String sku,
            @Nullable String gtin,
            String label,
            @Nullable String netWeight,
            @Nullable Money price,
            @Nullable Integer stars,
            boolean purchasable,
            List<ReasonView> reasons,
            long available) {}

    /** Why something may not be sold, and what its producer can do about it. */
    record ReasonView(String code, String message, String remedy) {}

    /** Where it can be traced. */
    record TraceView(List<String> links, List<String> lots) {}

    /** A notice that the law wants shown. */
    record NoticeView(String code, String message) {}

    /** A recognition of another programme, a right or a paper. */
    record RecordView(
            String kind,
            String label,
            String number,
            String issuedBy,
            @Nullable LocalDate validUntil) {}

    /** Where it can be had. */
    record LocationView(String locationId, String name, boolean inStock) {}
}
