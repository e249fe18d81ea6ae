package vn.ocopmarket.storefront.payout.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.payout.domain.Difference.Kind;

/** Holds a payout against our books. */
public final class Comparing {

    private Comparing() {}

    public static PayoutReport compare(Payout payout, OwnBooks books) {
        var movements = payout.movements().stream()
                .map(movement -> books.of(movement)
                        .map(entry -> movement.numbered(entry.orderNumber()))
                        .orElse(movement))
                .toList();
        var differences = new ArrayList<Difference>();
        if (payout.net() != payout.amount().amount()) {
            differences.add(new Difference(
                    Kind.PAYOUT_DIFFERS,
                    payout.id(),
                    null,
                    payout.net(),
                    payout.amount().amount()));
        }
        if (payout.amount().isDong()) {
            movements.forEach(movement -> differences.addAll(judge(movement, books)));
        } else {
            differences.add(new Difference(
                    Kind.OTHER_CURRENCY, payout.id(), null, 0, payout.amount().amount()));
        }
        return new PayoutReport(payout.with(movements), differences);
    }

    private static List<Difference> judge(Movement movement, OwnBooks books) {
        return switch (movement.kind()) {
            case CHARGE ->
                hold(
                        movement,
                        books,
                        entry -> known(entry.received(), movement.subject().intentId()),
                        Kind.UNKNOWN_MONEY);
            case REFUND ->
                hold(
                        movement,
                        books,
                        entry -> known(entry.refunds(), movement.subject().refundId()),
                        Kind.UNKNOWN_REFUND);
            // A bank may take back a part, and fees are the provider's own matter.
            case DISPUTE, OTHER -> List.of();
        };
    }

    private static List<Difference> hold(
            Movement movement, OwnBooks books, Function<OwnBooks.Entry, Stream<Long>> ours, Kind otherwise) {
        var found = Math.abs(movement.gross());
        var number = movement.subject().orderNumber();
        var expected = books.of(movement).stream().flatMap(ours).findFirst();
        if (expected.isEmpty()) {
            return List.of(new Difference(otherwise, movement.source(), number, 0, found));
        }
        return expected.get() == found
                ? List.of()
                : List.of(new Difference(Kind.AMOUNT_DIFFERS, movement.source(), number, expected.get(), found));
    }

    private static Stream<Long> known(Map<String, Long> amounts, @Nullable String id) {
        return id == null ? Stream.empty() : Stream.ofNullable(amounts.get(id));
    }
}
