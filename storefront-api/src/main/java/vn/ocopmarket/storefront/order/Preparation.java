package vn.ocopmarket.storefront.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.inventory.Take;

/**
 * How an order came to be, kept so that any step of it can be repeated.
 *
 * @param fingerprint of the request, to recognise another request under the same key
 * @param language of the buyer
 * @param holdExpiresAt when the stock is free again if nobody paid, or null when nothing is held
 * @param takes the stock it holds or has been allocated
 * @param redirectUrl where the buyer pays, or null
 * @param reference what the buyer puts into the text of a transfer, or null
 * @param refusals why it never became an order; empty when it did
 * @param buyerId of the buyer who was signed in, or null for a guest
 */
public record Preparation(
        String cartId,
        String fingerprint,
        String language,
        @Nullable Instant holdExpiresAt,
        List<Take> takes,
        @Nullable String redirectUrl,
        @Nullable String reference,
        List<Refusal> refusals,
        @Nullable String buyerId) {

    public Preparation {
        takes = List.copyOf(takes);
        refusals = List.copyOf(refusals);
    }

    /** Of a guest. */
    public Preparation(
            String cartId,
            String fingerprint,
            String language,
            @Nullable Instant holdExpiresAt,
            List<Take> takes,
            @Nullable String redirectUrl,
            @Nullable String reference,
            List<Refusal> refusals) {
        this(cartId, fingerprint, language, holdExpiresAt, takes, redirectUrl, reference, refusals, null);
    }

    Preparation by(String buyer) {
        return new Preparation(
                cartId, fingerprint, language, holdExpiresAt, takes, redirectUrl, reference, refusals, buyer);
    }

    /** Whether the buyer was told where to pay. */
    public boolean isPayable() {
        return redirectUrl != null || reference != null;
    }

    /**
     * Why one line cannot be had.
     *
     * @param code one of the constants here, or {@code INTERRUPTED}
     */
    public record Refusal(String sku, String code, long available) {

        public static final String INSUFFICIENT_STOCK = "INSUFFICIENT_STOCK";
        public static final String LOT_RECALLED = "LOT_RECALLED";

        /** Before the reason why a voucher, which stands in the place of the SKU, does not count. */
        public static final String VOUCHER = "VOUCHER_";

        public boolean ofVoucher() {
            return code.startsWith(VOUCHER);
        }

        public boolean forRecall() {
            return code.equals(LOT_RECALLED);
        }
    }
}
