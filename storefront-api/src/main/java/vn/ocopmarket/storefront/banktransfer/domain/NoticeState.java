package vn.ocopmarket.storefront.banktransfer.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far the money of a notice has come. */
public sealed interface NoticeState {

    Kind kind();

    /** The names of the states, and the table of what may follow what. */
    enum Kind {
        RECEIVED,
        MATCHED,
        BOOKED,
        UNMATCHED,
        RETURNED;

        public Set<Kind> next() {
            return switch (this) {
                case RECEIVED -> Set.of(MATCHED, UNMATCHED);
                case UNMATCHED -> Set.of(MATCHED, RETURNED);
                case MATCHED -> Set.of(BOOKED);
                // Only reconciliation, when the payment does not have the money.
                case BOOKED -> Set.of(MATCHED);
                case RETURNED -> Set.of();
            };
        }
    }

    /** Nobody looked at it yet. */
    record Received() implements NoticeState {
        @Override
        public Kind kind() {
            return Kind.RECEIVED;
        }
    }

    /**
     * It is for this order, whose payment may or may not have heard of it.
     *
     * @param by the account of who said so; null when the text did
     */
    record Matched(String orderId, @Nullable String by) implements NoticeState {
        @Override
        public Kind kind() {
            return Kind.MATCHED;
        }
    }

    /**
     * The payment of the order has it.
     *
     * @param fit how it fitted: a word of {@code transfer.fit.*}
     */
    record Booked(String orderId, @Nullable String by, String fit) implements NoticeState {
        @Override
        public Kind kind() {
            return Kind.BOOKED;
        }
    }

    /** Somebody has to find out what it is. */
    record Unmatched(Reason reason) implements NoticeState {
        @Override
        public Kind kind() {
            return Kind.UNMATCHED;
        }
    }

    /**
     * Somebody sent it back.
     *
     * @param number of the outgoing transfer at the bank
     */
    record Returned(String number, String by, Instant at) implements NoticeState {
        @Override
        public Kind kind() {
            return Kind.RETURNED;
        }
    }

    /** Why a program does not know what money is for. */
    enum Reason {
        /** No order is named in the text. */
        UNKNOWN_REFERENCE,
        /** The text names several. */
        SEVERAL_ORDERS,
        /** It is on another account than ours. */
        OTHER_ACCOUNT
    }
}
