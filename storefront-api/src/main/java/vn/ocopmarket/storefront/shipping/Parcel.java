package vn.ocopmarket.storefront.shipping;

import java.time.LocalDate;
import java.util.Set;
import vn.ocopmarket.contract.money.Money;

/**
 * What is to be sent, as far as a carrier's price depends on it.
 *
 * @param origins codes of the provinces it may be sent from; empty when none is known
 * @param provinceCode where it goes
 * @param communeCode where it goes, more closely
 * @param grams with the packing
 * @param goods what they are worth, tax included
 * @param day on which it is asked
 */
public record Parcel(
        Set<String> origins, String provinceCode, String communeCode, long grams, Money goods, LocalDate day) {

    public Parcel {
        origins = Set.copyOf(origins);
    }
}
