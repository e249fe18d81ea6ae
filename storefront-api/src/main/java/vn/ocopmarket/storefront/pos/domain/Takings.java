package vn.ocopmarket.storefront.pos.domain;

import java.time.LocalDate;
import java.util.List;
import vn.ocopmarket.contract.money.Money;

/** What one location took in one day in Vietnam, receipt by receipt, the latest first. */
public record Takings(String locationId, LocalDate day, List<Sale.Booked> receipts) {

    public Takings {
        receipts = List.copyOf(receipts);
    }

    public Money total() {
        return receipts.stream().map(Sale::total).reduce(Money.ZERO, Money::plus);
    }

    public long units() {
        return receipts.stream()
                .flatMap(receipt -> receipt.lines().stream())
                .mapToLong(SaleLine::quantity)
                .sum();
    }
}
