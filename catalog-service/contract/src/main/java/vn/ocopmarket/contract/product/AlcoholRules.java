package vn.ocopmarket.contract.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ocopmarket.contract.product.Eligibility.Reason;
import vn.ocopmarket.contract.product.Occasion.Buyer;

/** What Law 44/2019 says of drinks with alcohol. */
final class AlcoholRules {

    private AlcoholRules() {}

    static List<Reason> against(ProductRecord product, Variant variant, Occasion occasion) {
        var tenths = product.alcoholTenths();
        if (variant.taxClass() != TaxClass.ALCOHOL && (tenths == null || tenths <= 0)) {
            return List.of();
        }
        var reasons = new ArrayList<Reason>(2);
        if (occasion.buyer() == Buyer.UNDER_AGE) {
            reasons.add(Reason.BUYER_UNDER_AGE);
        }
        if (occasion.channel() == Channel.PROMOTION && (tenths == null || isStrong(tenths, occasion.day()))) {
            reasons.add(Reason.NOT_TO_BE_ADVERTISED);
        }
        return reasons;
    }

    /** A drink of unknown strength is taken for a strong one. */
    private static boolean isStrong(int tenths, LocalDate day) {
        return tenths >= Limit.ALCOHOL_ADVERTISED_BELOW_TENTHS.on(day);
    }
}
