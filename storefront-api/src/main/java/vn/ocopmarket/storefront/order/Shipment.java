package vn.ocopmarket.storefront.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.inventory.Take;

/**
 * A parcel of an order: goods of one location that go together.
 *
 * @param number counts the parcels of an order from 1
 * @param key under which it was asked for, so that asking twice makes one
 * @param goods by level, so that it is known which lots are in it
 * @param carriage null while nobody said who carries it
 * @param attempts to deliver it that failed
 * @param leftAt null while it is on the shelf
 * @param endedAt when it was delivered, came back or was taken apart
 * @param booked whether stock knows that it left
 */
public record Shipment(
        int number,
        String key,
        ShipmentState state,
        String locationId,
        List<Take> goods,
        @Nullable Carriage carriage,
        List<Attempt> attempts,
        Instant packedAt,
        @Nullable Instant leftAt,
        @Nullable Instant endedAt,
        boolean booked) {

    public Shipment {
        goods = List.copyOf(goods);
        attempts = List.copyOf(attempts);
    }

    /**
     * Who carries it.
     *
     * @param tracking number by which the carrier knows it, or null
     * @param link where the buyer can follow it, or null
     */
    public record Carriage(
            String carrier,
            @Nullable String tracking,
            @Nullable String link) {}

    /**
     * The carrier was at the door in vain.
     *
     * @param key under which it was reported, so that reporting it twice counts once
     * @param reason a word of {@code order.reason.*} or words of staff
     */
    public record Attempt(String key, Instant at, String reason) {}

    public static Shipment packed(int number, String key, String locationId, List<Take> goods, Instant at) {
        return new Shipment(
                number, key, ShipmentState.PACKED, locationId, goods, null, List.of(), at, null, null, false);
    }

    public long units() {
        return goods.stream().mapToLong(Take::quantity).sum();
    }

    public Shipment handedOver(@Nullable Carriage by, Instant at) {
        return new Shipment(
                number,
                key,
                ShipmentState.HANDED_OVER,
                locationId,
                goods,
                by == null ? carriage : by,
                attempts,
                packedAt,
                at,
                null,
                false);
    }

    public Shipment tracked(Carriage by) {
        return new Shipment(number, key, state, locationId, goods, by, attempts, packedAt, leftAt, endedAt, booked);
    }

    public Shipment failed(Attempt attempt) {
        var all = new ArrayList<>(attempts);
        all.add(attempt);
        return new Shipment(
                number,
                key,
                ShipmentState.ATTEMPT_FAILED,
                locationId,
                goods,
                carriage,
                all,
                packedAt,
                leftAt,
                null,
                booked);
    }

    public Shipment ended(ShipmentState end, Instant at) {
        return new Shipment(number, key, end, locationId, goods, carriage, attempts, packedAt, leftAt, at, booked);
    }

    public Shipment asBooked() {
        return new Shipment(number, key, state, locationId, goods, carriage, attempts, packedAt, leftAt, endedAt, true);
    }
}
