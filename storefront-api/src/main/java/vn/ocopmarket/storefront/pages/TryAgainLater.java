package vn.ocopmarket.storefront.pages;

/** Marks an error that means that something needed does not answer now; callers hear 503 and when to come back. */
public interface TryAgainLater {}
