package vn.ocopmarket.contract.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a certificate since its issue, its withdrawal aside.
 *
 * @param succession what replaced it for good, or null
 * @param extension proof for its transition extension, or null
 * @param suspensions when it rested, oldest first
 * @param renewalAskedOn when its producer was last asked to renew it, or null
 */
public record Life(
        @Nullable Succession succession,
        @Nullable Extension extension,
        List<Suspension> suspensions,
        @Nullable LocalDate renewalAskedOn) {

    public static final Life NONE = new Life(null, null, List.of());

    public Life {
        suspensions = List.copyOf(Objects.requireNonNullElse(suspensions, List.of()));
    }

    /** With nobody asked to renew it. */
    public Life(@Nullable Succession succession, @Nullable Extension extension, List<Suspension> suspensions) {
        this(succession, extension, suspensions, null);
    }

    /**
     * A later recognition of the same variants; this one never comes back, also when that one ends.
     *
     * @param on the first day of the later one
     * @param by its number
     */
    public record Succession(LocalDate on, String by) {}

    /**
     * Proof that the dossier for the re-evaluation was handed in: Decision 26/2026, art. 12.3.
     *
     * @param receipt number of the slip
     * @param receivedOn when the dossier was handed in
     * @param receivedBy the body that took it
     */
    public record Extension(String receipt, LocalDate receivedOn, String receivedBy) {}

    /**
     * A rest, during which it shows no stars.
     *
     * @param until the last day, or null while it is open
     * @param decision number of the decision or minutes, or null
     */
    public record Suspension(
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            @Nullable String decision) {

        /** With its end on the day before, when it is open or was to go on; as it is when it was over or is yet to begin. */
        public Suspension endedBefore(LocalDate day) {
            return until == null || holdsOn(day) ? new Suspension(from, day.minusDays(1), reason, decision) : this;
        }

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    boolean supersededOn(LocalDate day) {
        return succession != null && !day.isBefore(succession.on());
    }

    boolean suspendedOn(LocalDate day) {
        for (var suspension : suspensions) {
            if (suspension.holdsOn(day)) {
                return true;
            }
        }
        return false;
    }

    public Life with(Succession newer) {
        return new Life(newer, extension, suspensions, renewalAskedOn);
    }

    public Life with(Extension proof) {
        return new Life(succession, proof, suspensions, renewalAskedOn);
    }

    public Life with(List<Suspension> rests) {
        return new Life(succession, extension, rests, renewalAskedOn);
    }

    public Life askedForRenewal(LocalDate on) {
        return new Life(succession, extension, suspensions, on);
    }
}
