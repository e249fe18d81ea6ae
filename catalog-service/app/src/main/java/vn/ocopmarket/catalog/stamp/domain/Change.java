package vn.ocopmarket.catalog.stamp.domain;

/** What comes of an act on a batch. */
public sealed interface Change {

    /** The batch after it; the same when it was so before. */
    record Made(Batch batch) implements Change {}

    /**
     * It cannot be, for the sake of what is known of some of the numbers.
     *
     * @param with the product that has them, or what became of them; else empty
     */
    record Clash(Why why, Span where, String with) implements Change {}

    /** Why an act cannot be. */
    enum Why {
        /** The numbers are not of this batch; where they would have to be. */
        OUTSIDE,
        GIVEN,
        NOT_GIVEN,
        NOTED,
        NOT_NOTED,
        /** Another giving has that id already; with which numbers. */
        SENT,
        /** The batch has so many ranges or notes that it takes no more. */
        FULL
    }
}
