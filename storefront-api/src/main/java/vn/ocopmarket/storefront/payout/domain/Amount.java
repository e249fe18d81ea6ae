package vn.ocopmarket.storefront.payout.domain;

/**
 * Money of an account at the card provider, which need not be kept in dong.
 *
 * @param amount in the smallest unit of the currency; negative for money that left
 * @param currency ISO 4217 in capitals
 */
public record Amount(long amount, String currency) {

    private static final String DONG = "VND";

    /** Whether it can be compared with prices. */
    public boolean isDong() {
        return currency.equals(DONG);
    }

    Amount of(long other) {
        return new Amount(other, currency);
    }
}
