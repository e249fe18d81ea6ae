package vn.ocopmarket.storefront.browse;

/** The search index does not answer; what is not found now may well exist. */
public final class SearchUnavailable extends RuntimeException {

    public SearchUnavailable(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
