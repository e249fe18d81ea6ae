package vn.ocopmarket.storefront.payment.domain;

import java.time.Instant;
import java.util.Set;

/** Where a payment stands. */
public sealed interface PaymentState {

    Kind kind();

    /** The names of the states, and the table of what may follow what. */
    enum Kind {
        STARTING,
        OPEN,
        PAID,
        ENDED;

        /** Money may come late, so even an ended payment can become paid; a paid one stays paid. */
        public Set<Kind> next() {
            return switch (this) {
                case STARTING -> Set.of(STARTING, OPEN, PAID, ENDED);
                case OPEN -> Set.of(PAID, ENDED);
                case ENDED -> Set.of(PAID);
                case PAID -> Set.of();
            };
        }
    }

    /**
     * A session was, or is about to be, asked for under this key; nobody can pay it before it is open.
     *
     * @param key idempotency key, kept before the first call
     * @param sessionExpiresAt in the provider's time; part of what the key stands for
     */
    record Starting(int attempt, String key, Instant sessionExpiresAt) implements PaymentState {
        @Override
        public Kind kind() {
            return Kind.STARTING;
        }
    }

    /** The buyer can pay at the URL. */
    record Open(String sessionId, String url) implements PaymentState {
        @Override
        public Kind kind() {
            return Kind.OPEN;
        }
    }

    /** The money is in. */
    record Paid(String sessionId, String intentId, Instant at) implements PaymentState {
        @Override
        public Kind kind() {
            return Kind.PAID;
        }
    }

    /** Nobody can pay any more. */
    record Ended(String reason, Instant at) implements PaymentState {
        @Override
        public Kind kind() {
            return Kind.ENDED;
        }
    }
}
