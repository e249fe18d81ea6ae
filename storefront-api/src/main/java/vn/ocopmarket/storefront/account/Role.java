package vn.ocopmarket.storefront.account;

/** What an account is for; the names travel in tokens. */
public enum Role {
    BUYER,
    PRODUCER,
    POS_STAFF,
    POS_MANAGER,
    TRADE_OFFICER,
    OCOP_OFFICER,
    INSPECTOR,
    /** Bound by no scope. */
    ADMINISTRATOR,
    /** Another service of the market, never a person. */
    SERVICE
}
