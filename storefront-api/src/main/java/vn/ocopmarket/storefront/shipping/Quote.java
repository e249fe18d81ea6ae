package vn.ocopmarket.storefront.shipping;

import vn.ocopmarket.contract.money.Money;

/**
 * What a carrier asks for a parcel.
 *
 * @param carrier short code; a word of {@code shipping.carrier.*} in the bundles, where there is one
 * @param zone how far it is: a word of {@code shipping.zone.*} in the bundles, where there is one
 * @param grams what the fee was asked for
 * @param fee tax included; nothing where the goods are sent for nothing
 * @param freeFrom goods worth so much are sent for nothing; the same as nothing is when there is no such amount
 */
public record Quote(String carrier, String zone, long grams, Money fee, Money freeFrom) {}
