package vn.ocopmarket.catalog.inspection.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a finding stands. Each state names the acts that it permits; no others change it. */
public sealed interface FindingState {

    /** What can be done about a finding. */
    enum Act {
        ANSWER,
        EXTEND,
        SUSPEND,
        CLOSE
    }

    /** Names of the states, in which they are stored and counted. */
    enum Tag {
        OPEN(EnumSet.allOf(Act.class)),
        ANSWERED(EnumSet.allOf(Act.class)),
        SUSPENDED(EnumSet.of(Act.ANSWER, Act.EXTEND, Act.CLOSE)),
        CLOSED(EnumSet.noneOf(Act.class));

        private final Set<Act> permitted;

        Tag(Set<Act> permitted) {
            this.permitted = permitted;
        }

        public Set<Act> permitted() {
            return permitted;
        }
    }

    Tag tag();

    /** What the producer last said, or null. */
    @Nullable
    Answer answer();

    /** The rest of a certificate that followed from it, or null. */
    @Nullable
    Rest rest();

    /** What the producer says was done. */
    record Answer(String words, String by, Instant at) {}

    /**
     * The rest of a certificate.
     *
     * @param number of the certificate
     * @param from its first day
     * @param by subject of the inspector's token
     * @param carriedOut false while the certificate itself is still to be told
     */
    record Rest(String productId, String number, LocalDate from, String reason, String by, boolean carriedOut) {

        Rest done() {
            return new Rest(productId, number, from, reason, by, true);
        }
    }

    /** The producer is to put it right by the deadline. */
    record Open(LocalDate deadline) implements FindingState {

        @Override
        public Tag tag() {
            return Tag.OPEN;
        }

        @Override
        public @Nullable Answer answer() {
            return null;
        }

        @Override
        public @Nullable Rest rest() {
            return null;
        }
    }

    /** The inspector is to look at what the producer says. */
    record Answered(LocalDate deadline, Answer answer) implements FindingState {

        @Override
        public Tag tag() {
            return Tag.ANSWERED;
        }

        @Override
        public @Nullable Rest rest() {
            return null;
        }
    }

    /** A certificate rests because of it. */
    record Suspended(LocalDate deadline, @Nullable Answer answer, Rest rest) implements FindingState {

        @Override
        public Tag tag() {
            return Tag.SUSPENDED;
        }
    }

    /** It is over; a certificate that rests is reinstated by the officers who keep it. */
    record Closed(
            String conclusion,
            @Nullable Answer answer,
            @Nullable Rest rest) implements FindingState {

        @Override
        public Tag tag() {
            return Tag.CLOSED;
        }
    }
}
