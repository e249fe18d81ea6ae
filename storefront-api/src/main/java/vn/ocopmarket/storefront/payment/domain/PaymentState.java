package vn.ocopmarket.storefront.payment.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a payment stands. */
public sealed interface PaymentState {

    Kind kind();

    /** The names of the states, and the table of what may follow what. */
    enum Kind {
        STARTING,
        OPEN,
        TRANSFER,
        PAID,
        ENDED;

        /**
         * Money may come late, so even an ended payment can become paid; a paid one stays paid. One that ended to be made
         * another way begins again.
         */
        public Set<Kind> next() {
            return switch (this) {
                case STARTING -> Set.of(STARTING, OPEN, PAID, ENDED);
                case OPEN, TRANSFER -> Set.of(PAID, ENDED);
                case ENDED -> Set.of(STARTING, TRANSFER, PAID);
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

    /**
     * A bank transfer is waited for.
     *
     * @param reference what the buyer puts into the text of the transfer
     */
    record Transfer(String reference) implements PaymentState {
        @Override
        public Kind kind() {
            return Kind.TRANSFER;
        }
    }

    /** The money is in. */
    record Paid(String sessionId, String intentId, Instant at) implements PaymentState {
        @Override
        public Kind kind() {
            return Kind.PAID;
        }
    }

    /**
     * Nobody can pay any more.
     *
     * @param openSession a session that is to be ended before another attempt begins; null when there is none
     */
    record Ended(String reason, Instant at, @Nullable String openSession) implements PaymentState {

        public Ended(String reason, Instant at) {
            this(reason, at, null);
        }

        @Override
        public Kind kind() {
            return Kind.ENDED;
        }
    }
}
