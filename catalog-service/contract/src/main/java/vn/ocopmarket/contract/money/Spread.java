package vn.ocopmarket.contract.money;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits an amount into parts that add up to it exactly. */
public final class Spread {

    private Spread() {}

    /** In proportion to weights that are not negative, by largest remainder; of equal remainders the first gets more. */
    public static List<Long> byLargestRemainder(long amount, List<Long> weights) {
        var sum = weights.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        if (sum <= 0 || amount < 0) {
            throw new IllegalArgumentException("Nothing to spread %d over: %s".formatted(amount, weights));
        }
        var shares = weights.stream().map(weight -> share(amount, weight, sum)).toList();
        var parts =
                shares.stream().mapToLong(share -> share[0].longValueExact()).toArray();
        var missing = amount - Arrays.stream(parts).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> shares.get(i)[1]).reversed())
                .limit(missing)
                .forEach(i -> parts[i]++);
        return Arrays.stream(parts).boxed().toList();
    }

    /** The whole part of a share and what remains of it; amount times weight may be more than a long holds. */
    private static BigInteger[] share(long amount, long weight, long sum) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(weight))
                .divideAndRemainder(BigInteger.valueOf(sum));
    }

    /** Over units that are alike: each gets {@code perUnit}, so many of them one more. */
    public record Even(long perUnit, long unitsWithOneMore) {

        public static Even of(long amount, long units) {
            return new Even(amount / units, amount % units);
        }
    }
}
