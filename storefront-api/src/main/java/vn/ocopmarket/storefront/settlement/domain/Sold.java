package vn.ocopmarket.storefront.settlement.domain;

import java.util.List;
import java.util.stream.Collectors;
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

    /** Ids under which what went back was never to be entered: as the goods of who did not own any of them. */
    public List<String> idsOfOthers() {
        var own = entries.stream().map(Entry::id).collect(Collectors.toSet());
        return entries.stream()
                .filter(Entry::goesBack)
                .map(Entry::otherOwnersId)
                .filter(id -> !own.contains(id))
                .toList();
    }
}
