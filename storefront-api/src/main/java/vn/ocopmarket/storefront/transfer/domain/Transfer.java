package vn.ocopmarket.storefront.transfer.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;

/**
 * Goods that go from one location to another.
 *
 * @param id chosen before the first try
 * @param asked what was to be sent
 * @param parcels what was sent, lot by lot; empty until it is on the way
 * @param reception what was found on arrival, or null
 */
public record Transfer(
        String id,
        String from,
        String to,
        State state,
        List<Asked> asked,
        List<Parcel> parcels,
        Deed sent,
        @Nullable Reception reception) {

    public Transfer {
        asked = List.copyOf(asked);
        parcels = List.copyOf(parcels);
    }

    /** Where the goods are. */
    public enum State {
        /** They are being taken from their shelves. */
        SENDING,
        /** There were not enough; nothing was taken. */
        REFUSED,
        ON_THE_WAY,
        /** They have come and were counted, and are being put onto their shelves. */
        RECEIVING,
        RECEIVED;

        /** Whether somebody has to go on with it. */
        public boolean isBetweenSteps() {
            return this == SENDING || this == RECEIVING;
        }

        public Set<State> allowed() {
            return switch (this) {
                case SENDING -> Set.of(ON_THE_WAY, REFUSED);
                case ON_THE_WAY -> Set.of(RECEIVING);
                case RECEIVING -> Set.of(RECEIVED);
                case REFUSED, RECEIVED -> Set.of();
            };
        }
    }

    /** So many of a SKU. */
    public record Asked(String sku, long quantity) {}

    /** So many of one lot, all of one owner; the lot is null for goods without a number. */
    public record Parcel(
            String sku,
            @Nullable String lot,
            Ownership ownership,
            @Nullable LocalDate bestBefore,
            long quantity) {}

    /** Who did something, and when. */
    public record Deed(String by, Instant at, @Nullable String note) {}

    public boolean concerns(String location) {
        return from.equals(location) || to.equals(location);
    }
}
