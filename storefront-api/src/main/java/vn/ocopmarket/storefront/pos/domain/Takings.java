package vn.ocopmarket.storefront.pos.domain;

import java.time.LocalDate;
import java.util.List;
import vn.ocopmarket.contract.money.Money;

/**
 * What one location took in one day in Vietnam, receipt by receipt, the latest first.
 *
 * @param collected what was taken for orders that were collected there
 * @param dropped sales that nobody finished; those whose goods left brought their cash
 */
public record Takings(
        String locationId,
        LocalDate day,
        List<Sale.Booked> receipts,
        List<Collected> collected,
        List<DroppedSale> dropped) {

    public Takings {
        receipts = List.copyOf(receipts);
        collected = List.copyOf(collected);
        dropped = List.copyOf(dropped);
    }

    /** All the cash that the day brought. */
    public Money total() {
        return ofReceipts().plus(ofOrders()).plus(ofDropped());
    }

    public Money ofReceipts() {
        return receipts.stream().map(Sale::total).reduce(Money.ZERO, Money::plus);
    }

    public Money ofOrders() {
        return collected.stream().map(Collected::cash).reduce(Money.ZERO, Money::plus);
    }

    /** Of sales that could not be booked although the buyer has paid and taken the goods. */
    public Money ofDropped() {
        return dropped.stream()
                .filter(DroppedSale::broughtCash)
                .map(sale -> sale.booking().total())
                .reduce(Money.ZERO, Money::plus);
    }

    public long units() {
        return receipts.stream()
                .flatMap(receipt -> receipt.lines().stream())
                .mapToLong(SaleLine::quantity)
                .sum();
    }
}
