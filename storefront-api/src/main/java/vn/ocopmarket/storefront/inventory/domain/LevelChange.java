package vn.ocopmarket.storefront.inventory.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;

/**
 * One atomic change of one stock level. Each carries its own precondition; a change whose precondition does not hold
 * changes nothing, so every change may be tried again.
 */
public sealed interface LevelChange {

    String levelId();

    /** Available units become held; once per owner. */
    record TakeHold(String levelId, String owner, long quantity, Instant expiresAt) implements LevelChange {}

    /** The same, whether the lot may be sold or not. */
    record HoldLot(String levelId, String owner, long quantity, Instant expiresAt) implements LevelChange {}

    /** A hold the owner still has gets more time. */
    record ExtendHold(String levelId, String owner, long quantity, Instant expiresAt) implements LevelChange {}

    /** The owner gives a hold back. */
    record ReleaseHold(String levelId, String owner, long quantity) implements LevelChange {}

    /** A hold whose time ran out is tidied away, unless it got more time meanwhile. */
    record ExpireHold(String levelId, String owner, long quantity, Instant expiresAt) implements LevelChange {}

    /** A hold, even one that ran out but was not tidied away, becomes an allocation. */
    record AllocateHold(String levelId, String owner, long quantity) implements LevelChange {}

    /** Available units become allocated; once per owner. */
    record TakeAllocation(String levelId, String owner, long quantity) implements LevelChange {}

    /** An allocation is given back before anything left the shelf. */
    record ReleaseAllocation(String levelId, String owner, long quantity, Entry entry) implements LevelChange {}

    /**
     * Some of an allocation is given back.
     *
     * @param cause what the entry of the ledger follows from, so that it is there once
     * @param allocated to the owner at this moment
     */
    record ReleasePart(String levelId, String owner, String cause, long quantity, long allocated, Entry entry)
            implements LevelChange {}

    /** Allocated units leave. */
    record ShipAllocation(String levelId, String owner, long quantity, Entry entry) implements LevelChange {}

    /**
     * Some of the allocated units leave; once per parcel.
     *
     * @param allocated to the owner at this moment
     */
    record ShipPart(String levelId, String owner, String parcel, long quantity, long allocated, Entry entry)
            implements LevelChange {}

    /** Held units leave. */
    record ShipHold(String levelId, String owner, long quantity, Entry entry) implements LevelChange {}

    /** Units arrive; makes the level when there is none; once per owner. */
    record Put(Place place, String owner, long quantity, Entry entry) implements LevelChange {

        @Override
        public String levelId() {
            return place.levelId();
        }
    }

    /** The same into a level that is there and empty, which then has the date of what arrives, if that is known. */
    record Refill(Place place, String owner, long quantity, Entry entry) implements LevelChange {

        @Override
        public String levelId() {
            return place.levelId();
        }
    }

    /** What is on hand is found to differ by a quantity; never below what is promised; once per owner. */
    record Correct(String levelId, String owner, long quantity, Entry entry) implements LevelChange {}

    /** What is on hand becomes what was counted, if it still is what was seen; once per owner. */
    record CountTo(String levelId, String owner, long seen, long counted, Entry entry) implements LevelChange {}

    /** The lot is called back: from here on nothing of it is promised. */
    record Recall(String levelId) implements LevelChange {}

    /** Where units arrive. */
    record Place(
            String locationId,
            String sku,
            @Nullable String lot,
            Ownership ownership,
            @Nullable LocalDate bestBefore) {

        public String levelId() {
            return new LevelKey(locationId, sku, lot, ownership).id();
        }
    }

    /** The ledger entry a change leaves: its type, what caused it, when and why. */
    record Entry(
            String type,
            String reference,
            Instant at,
            @Nullable String reason) {

        public Entry(String type, String reference, Instant at) {
            this(type, reference, at, null);
        }
    }
}
