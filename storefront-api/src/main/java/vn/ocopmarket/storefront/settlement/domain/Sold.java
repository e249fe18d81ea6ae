package vn.ocopmarket.storefront.settlement.domain;

import java.util.List;
import vn.ocopmarket.contract.money.Money;

/**
 * One order, or one sale over the counter, as it is to be entered.
 *
 * @param document number of the order, or of the receipt
 * @param paid by the buyer for goods, less what went back
 */
public record Sold(String document, Money paid, List<Entry> entries) {

    public Sold {
        entries = List.copyOf(entries);
    }
}
