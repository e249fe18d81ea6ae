package vn.ocopmarket.storefront.payout.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What the provider sends to the bank at once, with all that it settles.
 *
 * @param state the provider's word: pending, in_transit, paid, failed or canceled
 * @param arrivesOn at the bank
 */
public record Payout(
        String id, String state, Amount amount, Instant createdAt, LocalDate arrivesOn, List<Movement> movements) {

    public Payout {
        movements = List.copyOf(movements);
    }

    public long charges() {
        return sum(Movement.Kind.CHARGE, Movement::gross);
    }

    public long refunds() {
        return sum(Movement.Kind.REFUND, Movement::gross);
    }

    public long disputes() {
        return sum(Movement.Kind.DISPUTE, Movement::gross);
    }

    public long others() {
        return sum(Movement.Kind.OTHER, Movement::gross);
    }

    public long fees() {
        return movements.stream().mapToLong(Movement::fee).sum();
    }

    /** What the movements come to; the payout is of exactly this. */
    public long net() {
        return movements.stream().mapToLong(Movement::net).sum();
    }

    public Payout with(List<Movement> all) {
        return new Payout(id, state, amount, createdAt, arrivesOn, all);
    }

    private long sum(Movement.Kind kind, ToLongFunction<Movement> value) {
        return movements.stream()
                .filter(movement -> movement.kind() == kind)
                .mapToLong(value)
                .sum();
    }
}
