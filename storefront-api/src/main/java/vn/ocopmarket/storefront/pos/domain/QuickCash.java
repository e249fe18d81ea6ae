package vn.ocopmarket.storefront.pos.domain;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vn.ocopmarket.contract.money.Money;

/** The amounts a buyer most likely hands over: the exact one, and the next above it in notes that people carry. */
public final class QuickCash {

    private static final long[] NOTES = {10_000, 20_000, 50_000, 100_000, 200_000, 500_000};
    private static final int MOST = 5;

    private QuickCash() {}

    public static List<Money> of(Money total) {
        if (total.amount() <= 0) {
            return List.of();
        }
        var roundedUp = LongStream.of(NOTES).map(note -> Math.ceilDiv(total.amount(), note) * note);
        return Stream.concat(Stream.of(total.amount()), roundedUp.boxed())
                .distinct()
                .sorted()
                .limit(MOST)
                .map(Money::dong)
                .toList();
    }
}
