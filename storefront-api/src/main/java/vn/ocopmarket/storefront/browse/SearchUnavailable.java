package vn.ocopmarket.storefront.browse;

import vn.ocopmarket.storefront.pages.TryAgainLater;

/** The search index does not answer; what is not found now may well exist. */
public final class SearchUnavailable extends RuntimeException implements TryAgainLater {

    public SearchUnavailable(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
