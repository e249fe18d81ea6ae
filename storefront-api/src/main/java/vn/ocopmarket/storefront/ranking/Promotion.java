package vn.ocopmarket.storefront.ranking;

import java.util.Set;
import vn.ocopmarket.contract.product.AlcoholRules;

/** What may not be put before anybody who has not asked for it. */
public final class Promotion {

    /** Groups of drinks with alcohol. */
    public static final Set<String> NEVER = AlcoholRules.GROUPS;

    private Promotion() {}
}
