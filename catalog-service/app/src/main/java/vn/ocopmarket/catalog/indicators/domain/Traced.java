package vn.ocopmarket.catalog.indicators.domain;

/** Where a product can be traced. */
public enum Traced {
    WORKING,
    UNCHECKED,
    BROKEN,
    NONE
}
