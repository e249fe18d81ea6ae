package vn.ocopmarket.storefront.inventory.mongo;

/** What the fields of a stored level are called. */
final class LevelFields {

    static final String AVAILABLE = "available";
    static final String ALLOCATED = "allocated";
    static final String ON_HAND = "onHand";
    static final String HOLDS = "holds";
    static final String ALLOCATIONS = "allocations";
    static final String SETTLED = "settled";
    static final String BEST_BEFORE = "bestBefore";
    static final String RECALLED = "recalled";

    private LevelFields() {}
}
