package vn.ocopmarket.storefront.cart;

import java.util.List;
import vn.ocopmarket.contract.money.Money;

/** A cart with every line judged at this moment. */
public record JudgedCart(String id, List<JudgedLine> lines) {

    public JudgedCart {
        lines = List.copyOf(lines);
    }

    /** Of what can be bought, tax included, without delivery. */
    public Money total() {
        return lines.stream()
                .filter(JudgedLine::purchasable)
                .map(JudgedLine::total)
                .reduce(Money.ZERO, Money::plus);
    }

    /** How many things are in it. */
    public long units() {
        return lines.stream().mapToLong(line -> line.line().quantity()).sum();
    }

    /** Whether it could be ordered as it is. */
    public boolean purchasable() {
        return !lines.isEmpty() && lines.stream().allMatch(JudgedLine::purchasable);
    }
}
