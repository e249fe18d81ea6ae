package vn.ocopmarket.contract.money;

/**
 * An amount in whole dong; the dong has no smaller unit in use.
 *
 * @param amount in dong; negative for money that goes back
 * @param currency ISO 4217, always {@code VND}
 */
public record Money(long amount, String currency) implements Comparable<Money> {

    public static final Money ZERO = dong(0);

    public Money {
        if (!"VND".equals(currency)) {
            throw new IllegalArgumentException("Only VND is used here, not " + currency);
        }
    }

    public static Money dong(long amount) {
        return new Money(amount, "VND");
    }

    /** @throws ArithmeticException when the sum does not fit a long */
    public Money plus(Money other) {
        return dong(Math.addExact(amount, other.amount));
    }

    /** @throws ArithmeticException when the difference does not fit a long */
    public Money minus(Money other) {
        return dong(Math.subtractExact(amount, other.amount));
    }

    /** @throws ArithmeticException when the product does not fit a long */
    public Money times(long quantity) {
        return dong(Math.multiplyExact(amount, quantity));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amount, other.amount);
    }
}
