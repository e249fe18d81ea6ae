package vn.ocopmarket.contract.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.ocopmarket.contract.product.Eligibility.Reason;
import vn.ocopmarket.contract.product.Occasion.Buyer;

/** What Law 44/2019 says of drinks with alcohol. */
public final class AlcoholRules {

    /** Groups of drinks with alcohol. */
    public static final Set<String> GROUPS = Set.of("14", "15");

    /** The notice that the catalogue puts to what contains alcohol. */
    public static final String NOTICE = "ALCOHOL_UNDER_18";

    private AlcoholRules() {}

    /** Whether they speak of this variant: any alcohol at all, since the line between drinks is not drawn by who sells. */
    public static boolean concern(ProductRecord product, Variant variant) {
        return variant.taxClass() == TaxClass.ALCOHOL || isDrink(product);
    }

    /** Whether they speak of any variant: then people under 18 are shown nothing of the product. */
    public static boolean concern(ProductRecord product) {
        return isDrink(product) || product.variants().stream().anyMatch(variant -> concern(product, variant));
    }

    /** By its strength, its group, or the notice on it: it is enough that one of them says so. */
    private static boolean isDrink(ProductRecord product) {
        var tenths = product.alcoholTenths();
        return tenths != null && tenths > 0
                || GROUPS.contains(product.group().code())
                || product.notices().contains(NOTICE);
    }

    static List<Reason> against(ProductRecord product, Variant variant, Occasion occasion) {
        if (!concern(product, variant)) {
            return List.of();
        }
        var tenths = product.alcoholTenths();
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
