package vn.ocopmarket.storefront.account;

/** What not everybody may do. Who may, and where, is in {@link Permissions}. */
public enum Permission {
    ENTER_STAFF_ROOMS,
    SEE_LOCATIONS,
    KEEP_LOCATIONS,
    SEE_STOCK,
    RECEIVE_STOCK,
    TRANSFER_STOCK,
    /** Counts and adjustments: what is on the shelf is set, not moved. */
    CORRECT_STOCK,
    /** Counting a shelf without seeing what the books say; what is booked somebody else decides. */
    COUNT_STOCK,
    PROVE_STOCK,
    READ_AVAILABILITY,
    SEE_ORDERS,
    FULFIL_ORDERS,
    /** Give goods to a buyer who collects them and has lost the code. */
    OVERRIDE_PICKUP_CODE,
    PROVE_PAYMENTS,
    /** Give back what was paid for orders whose goods are at a location. */
    REFUND_ORDERS,
    /** The market's bank account: money that nobody recognised, and money that goes back by hand. */
    KEEP_MONEY,
    /** What one is paid for one's goods, month by month. */
    SEE_STATEMENTS,
    SELL_AT_COUNTER,
    RUN_FAIRS,
    /** Take stock from a location to a stall of a fair. */
    STOCK_STALLS,
    INVITE_STAFF,
    /** That there are recalls, and one's own part in them. */
    SEE_RECALLS,
    /** Saying what was found on a shelf. */
    CHECK_SHELVES,
    /** How far a recalled lot has got, and ending its recall. */
    FOLLOW_RECALLS,
    /** Which orders a recalled lot went into. */
    SEE_RECALL_BUYERS,
    /** Lots of products. */
    KEEP_LOTS,
    /** Ask whether a token that one holds counts still. */
    SHOW_TOKEN,
    /** The lists of certificates and the papers of products; the catalogue has the last word. */
    KEEP_CERTIFICATES,
    SEE_FINDINGS,
    /** See what was found about oneself and say what was done about it; the catalogue has the last word. */
    ANSWER_FINDINGS,
    /** Record what an inspection found, and act on it. */
    INSPECT,
    /** Prices, pictures, story and packs of one's own products; the catalogue has the last word. */
    KEEP_OWN_PRODUCTS,
    /** Read what producers want changed before buyers see it; the catalogue has the last word. */
    READ_CHANGES,
    /** Stamps that the province had printed; the catalogue has the last word. */
    KEEP_STAMPS,
    /** The words that search understands: adding some, and taking them back. */
    KEEP_WORDINGS,
    /** Discounts for codes: making them, and stopping them. */
    KEEP_VOUCHERS,
    /** Why a search finds what it finds, hit by hit. */
    EXPLAIN_SEARCH,
    /** Everything that nobody else may. */
    ADMINISTER
}
