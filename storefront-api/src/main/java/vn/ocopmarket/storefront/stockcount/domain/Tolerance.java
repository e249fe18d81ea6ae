package vn.ocopmarket.storefront.stockcount.domain;

/** How large a difference may be without a second look: so many units, or so much of what was expected, whichever is more. */
public record Tolerance(long units, int percent) {

    boolean covers(CountLine.Look look) {
        return Math.abs(look.difference()) <= Math.max(units, look.expected() * percent / 100);
    }
}
