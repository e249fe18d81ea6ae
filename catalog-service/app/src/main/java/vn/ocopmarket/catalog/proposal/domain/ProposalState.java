package vn.ocopmarket.catalog.proposal.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Where a proposal stands. {@link Kind} has the table of what may become what. */
public sealed interface ProposalState {

    /** It waits to be read by an officer. */
    record Submitted() implements ProposalState {}

    /**
     * An officer wants it published, and that is being carried out.
     *
     * @param by subject of the officer's token
     */
    record Approved(String by, Instant at) implements ProposalState {}

    /**
     * Buyers see it.
     *
     * @param revision of the product that has it
     */
    record Published(String by, Instant at, long revision) implements ProposalState {}

    /**
     * An officer does not want it so.
     *
     * @param reason in the officer's words
     */
    record Returned(String by, Instant at, String reason) implements ProposalState {}

    /** Its producer took it back. */
    record Withdrawn(String by, Instant at) implements ProposalState {}

    /**
     * Its producer wants something else now.
     *
     * @param number of the proposal that says what
     */
    record Superseded(Instant at, int number) implements ProposalState {}

    default Kind kind() {
        return switch (this) {
            case Submitted _ -> Kind.SUBMITTED;
            case Approved _ -> Kind.APPROVED;
            case Published _ -> Kind.PUBLISHED;
            case Returned _ -> Kind.RETURNED;
            case Withdrawn _ -> Kind.WITHDRAWN;
            case Superseded _ -> Kind.SUPERSEDED;
        };
    }

    default boolean isOpen() {
        return !kind().next().isEmpty();
    }

    /** The states by name, with those that may follow. */
    enum Kind {
        SUBMITTED,
        APPROVED,
        PUBLISHED,
        RETURNED,
        WITHDRAWN,
        SUPERSEDED;

        /** From approved back to submitted: what it changes was changed by somebody else in the meantime. */
        public Set<Kind> next() {
            return switch (this) {
                case SUBMITTED -> EnumSet.of(APPROVED, RETURNED, WITHDRAWN, SUPERSEDED);
                case APPROVED -> EnumSet.of(PUBLISHED, SUBMITTED);
                case PUBLISHED, RETURNED, WITHDRAWN, SUPERSEDED -> EnumSet.noneOf(Kind.class);
            };
        }
    }
}
