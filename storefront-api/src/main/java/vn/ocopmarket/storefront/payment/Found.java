package vn.ocopmarket.storefront.payment;

/** What came of holding something of the provider's against what we have. */
sealed interface Found {

    /** We had it as it is. */
    record Known(String id) implements Found {}

    /** It is written down now, with what follows from it. */
    record Healed(String id) implements Found {}

    /** It is about no money of ours. */
    record Unknown(String id) implements Found {}
}
