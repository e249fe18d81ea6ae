package vn.ocopmarket.storefront.cart;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.Eligibility;

/** Why a line cannot be bought now, or what changed about it. Words: {@code eligibility.*} and {@code cart.problem.*}. */
public enum LineProblem {
    UNKNOWN_VARIANT(true),
    CERTIFICATE_WITHDRAWN(true),
    CERTIFICATE_EXPIRED(true),
    CERTIFICATE_NOT_YET_VALID(true),
    VARIANT_NOT_COVERED(true),
    NO_CERTIFICATE(true),
    CERTIFICATE_SUSPENDED(true),
    BUYER_UNDER_AGE(true),
    NOT_TO_BE_ADVERTISED(true),
    QUALITY_DECLARATION_MISSING(true),
    QUALITY_DECLARATION_EXPIRED(true),
    FOOD_SAFETY_CERTIFICATE_MISSING(true),
    FOOD_SAFETY_CERTIFICATE_EXPIRED(true),
    TEST_RESULT_MISSING(true),
    TEST_RESULT_EXPIRED(true),
    ALCOHOL_LICENCE_MISSING(true),
    ALCOHOL_LICENCE_EXPIRED(true),
    NO_PRICE(true),
    OUT_OF_STOCK(true),
    INSUFFICIENT_STOCK(true),
    /** There is some, and nobody gets it. */
    LOT_RECALLED(true),
    /** The buyer is to know, and may go on. */
    PRICE_CHANGED(false);

    private final boolean prevents;

    LineProblem(boolean prevents) {
        this.prevents = prevents;
    }

    /** Whether the line cannot be bought because of it. */
    public boolean preventsPurchase() {
        return prevents;
    }

    /** Whether it is about how much there is, and not about the product. */
    public boolean isStock() {
        return this == OUT_OF_STOCK || this == INSUFFICIENT_STOCK || this == LOT_RECALLED;
    }

    /** The one that says best why there is less than is wanted. */
    public static LineProblem ofStock(long available, boolean forRecall) {
        if (forRecall) {
            return LOT_RECALLED;
        }
        return available > 0 ? INSUFFICIENT_STOCK : OUT_OF_STOCK;
    }

    /** The key of what a buyer can do about it, where there is something. */
    public @Nullable String remedyKey() {
        return this == LOT_RECALLED ? messageKey() + ".remedy" : null;
    }

    /** The key of its words in the bundles. */
    public String messageKey() {
        var ofProduct = Arrays.stream(Eligibility.Reason.values())
                .anyMatch(reason -> reason.name().equals(name()));
        return (ofProduct ? "eligibility." : "cart.problem.") + name();
    }

    static LineProblem of(Eligibility.Reason reason) {
        return switch (reason) {
            case UNKNOWN_VARIANT -> UNKNOWN_VARIANT;
            case CERTIFICATE_WITHDRAWN -> CERTIFICATE_WITHDRAWN;
            case CERTIFICATE_EXPIRED -> CERTIFICATE_EXPIRED;
            case CERTIFICATE_NOT_YET_VALID -> CERTIFICATE_NOT_YET_VALID;
            case VARIANT_NOT_COVERED -> VARIANT_NOT_COVERED;
            case NO_CERTIFICATE -> NO_CERTIFICATE;
            case CERTIFICATE_SUSPENDED -> CERTIFICATE_SUSPENDED;
            case BUYER_UNDER_AGE -> BUYER_UNDER_AGE;
            case NOT_TO_BE_ADVERTISED -> NOT_TO_BE_ADVERTISED;
            case QUALITY_DECLARATION_MISSING -> QUALITY_DECLARATION_MISSING;
            case QUALITY_DECLARATION_EXPIRED -> QUALITY_DECLARATION_EXPIRED;
            case FOOD_SAFETY_CERTIFICATE_MISSING -> FOOD_SAFETY_CERTIFICATE_MISSING;
            case FOOD_SAFETY_CERTIFICATE_EXPIRED -> FOOD_SAFETY_CERTIFICATE_EXPIRED;
            case TEST_RESULT_MISSING -> TEST_RESULT_MISSING;
            case TEST_RESULT_EXPIRED -> TEST_RESULT_EXPIRED;
            case ALCOHOL_LICENCE_MISSING -> ALCOHOL_LICENCE_MISSING;
            case ALCOHOL_LICENCE_EXPIRED -> ALCOHOL_LICENCE_EXPIRED;
            case NO_PRICE -> NO_PRICE;
        };
    }
}
