package vn.ocopmarket.storefront.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.inventory.HoldingStock.Leaving;
import vn.ocopmarket.storefront.inventory.Take;

/**
 * The parcels of an order, what was taken out of it before it was packed, and the code by which the buyer collects it.
 *
 * @param revision raised by every change, so that of two changes at once one looks again
 * @param drops in the order in which they were decided
 * @param pickup null unless the order waits to be collected, or was
 */
public record Shipments(
        long revision,
        List<Shipment> all,
        List<Drop> drops,
        @Nullable PickupTicket pickup) {

    public static final Shipments NONE = new Shipments(0, List.of(), List.of(), null);

    public Shipments {
        all = List.copyOf(all);
        drops = List.copyOf(drops);
    }

    /** How many units of a SKU were taken out of the order. */
    public long dropped(String sku) {
        return drops.stream().mapToLong(drop -> drop.units(sku)).sum();
    }

    /** What was taken out under an id; empty when nothing was. */
    public Optional<Drop> drop(String id) {
        return drops.stream().filter(drop -> drop.id().equals(id)).findFirst();
    }

    /**
     * The goods of a drop, and what of the goods that the order has now stays its own there once they are free. Later drops
     * are freed later, so what they took out is the order's until then.
     */
    public List<Leaving> freeing(Drop drop, List<Take> given) {
        var later = drops.subList(drops.indexOf(drop) + 1, drops.size());
        return drop.goods().stream()
                .map(take -> {
                    var has = given.stream()
                            .filter(own -> own.levelId().equals(take.levelId()))
                            .mapToLong(Take::quantity)
                            .sum();
                    var soonFree = later.stream()
                            .mapToLong(each -> each.unitsAt(take.levelId()))
                            .sum();
                    return new Leaving(take, has + soonFree);
                })
                .toList();
    }

    /** The parcel with this number. */
    public Optional<Shipment> find(int number) {
        return all.stream().filter(shipment -> shipment.number() == number).findFirst();
    }

    /** Those that hold goods of the order still. */
    public List<Shipment> live() {
        return those(shipment -> shipment.state() != ShipmentState.UNPACKED);
    }

    public List<Shipment> those(Predicate<Shipment> wanted) {
        return all.stream().filter(wanted).toList();
    }

    /** Those that left without stock knowing of it yet, in the order in which they left. */
    public List<Shipment> unbooked() {
        return gone().stream().filter(shipment -> !shipment.booked()).toList();
    }

    private List<Shipment> gone() {
        return all.stream()
                .filter(shipment -> shipment.state().hasLeft())
                .sorted(Comparator.<Shipment, Instant>comparing(Shipments::left).thenComparing(Shipment::number))
                .toList();
    }

    private static Instant left(Shipment gone) {
        return Objects.requireNonNullElse(gone.leftAt(), gone.packedAt());
    }

    /** When goods leave that leave now: later than all others did, so that it is known which left first. */
    public Instant leavesAt(Instant now) {
        return gone().stream()
                .map(shipment -> left(shipment).plusMillis(1))
                .filter(next -> next.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    /** The goods of a parcel that left, and what of the goods that an order was given is still there after it. */
    public List<Leaving> leaving(Shipment parcel, List<Take> given) {
        var rest = given.stream().collect(Collectors.groupingBy(Take::levelId, Collectors.summingLong(Take::quantity)));
        var upTo = gone().stream()
                .takeWhile(earlier -> earlier.number() != parcel.number())
                .toList();
        Stream.concat(upTo.stream(), Stream.of(parcel))
                .flatMap(shipment -> shipment.goods().stream())
                .forEach(take -> rest.merge(take.levelId(), -take.quantity(), Long::sum));
        return parcel.goods().stream()
                .map(take -> new Leaving(take, Math.max(0, rest.getOrDefault(take.levelId(), 0L))))
                .toList();
    }

    /** With those taken apart that have not left. */
    public Shipments takenApart(Instant at) {
        return with(
                parcel -> parcel.state() == ShipmentState.PACKED, parcel -> parcel.ended(ShipmentState.UNPACKED, at));
    }

    /** What of the goods that an order was given is in no parcel yet, in their order. */
    public List<Take> unpacked(List<Take> given) {
        var packed = live().stream()
                .flatMap(shipment -> shipment.goods().stream())
                .collect(Collectors.groupingBy(Take::levelId, Collectors.summingLong(Take::quantity)));
        return given.stream()
                .map(take -> of(take, take.quantity() - packed.getOrDefault(take.levelId(), 0L)))
                .filter(take -> take.quantity() > 0)
                .toList();
    }

    /** How many units of each SKU have left the shelf. */
    public Map<String, Long> left() {
        return live().stream()
                .filter(shipment -> shipment.state().hasLeft())
                .flatMap(shipment -> shipment.goods().stream())
                .collect(Collectors.groupingBy(Take::sku, Collectors.summingLong(Take::quantity)));
    }

    /** Where the goods as a whole are. */
    public FulfillmentState state(List<Take> given) {
        var rest = !unpacked(given).isEmpty();
        var shelved = any(ShipmentState.PACKED);
        var gone = live().stream().anyMatch(shipment -> shipment.state().hasLeft());
        if (!gone) {
            return !shelved
                    ? FulfillmentState.UNFULFILLED
                    : rest ? FulfillmentState.PARTIALLY_PACKED : FulfillmentState.PACKED;
        }
        return rest || shelved ? FulfillmentState.PARTIALLY_HANDED_OVER : arrived();
    }

    private FulfillmentState arrived() {
        var delivered = any(ShipmentState.DELIVERED);
        var returned = any(ShipmentState.RETURNED);
        if (live().stream().anyMatch(shipment -> shipment.state().isUnderway())) {
            return delivered || returned ? FulfillmentState.PARTIALLY_DELIVERED : FulfillmentState.HANDED_OVER;
        }
        return !returned
                ? FulfillmentState.DELIVERED
                : delivered ? FulfillmentState.PARTIALLY_RETURNED : FulfillmentState.RETURNED;
    }

    public boolean any(ShipmentState state) {
        return all.stream().anyMatch(shipment -> shipment.state() == state);
    }

    public Shipments and(Shipment another) {
        var more = new ArrayList<>(all);
        more.add(another);
        return new Shipments(revision, more, drops, pickup);
    }

    public Shipments and(Drop another) {
        var more = new ArrayList<>(drops);
        more.add(another);
        return new Shipments(revision, all, more, pickup);
    }

    /** Stock knows of all that was taken out. */
    public Shipments withDropsBooked() {
        return new Shipments(revision, all, drops.stream().map(Drop::asBooked).toList(), pickup);
    }

    public Shipments with(Predicate<Shipment> those, UnaryOperator<Shipment> change) {
        var changed = all.stream()
                .map(shipment -> those.test(shipment) ? change.apply(shipment) : shipment)
                .toList();
        return new Shipments(revision, changed, drops, pickup);
    }

    public Shipments with(@Nullable PickupTicket ticket) {
        return new Shipments(revision, all, drops, ticket);
    }

    public Shipments next() {
        return new Shipments(revision + 1, all, drops, pickup);
    }

    public static Take of(Take take, long quantity) {
        return new Take(take.levelId(), take.locationId(), take.sku(), take.lot(), take.bestBefore(), quantity);
    }

    /** Goods by where they lie, since no parcel has goods of two locations; in the order in which they name them. */
    public static Map<String, List<Take>> byLocation(List<Take> goods) {
        var byLocation = new LinkedHashMap<String, List<Take>>();
        for (var take : goods) {
            byLocation
                    .computeIfAbsent(take.locationId(), _ -> new ArrayList<>())
                    .add(take);
        }
        return byLocation;
    }

    /** What the parcels of an order must have been that was sent before parcels were written down. */
    public static Shipments before(FulfillmentState state, List<Take> given, Instant at) {
        var each = switch (state) {
            case PACKED -> ShipmentState.PACKED;
            case HANDED_OVER -> ShipmentState.HANDED_OVER;
            case DELIVERED -> ShipmentState.DELIVERED;
            case RETURNED -> ShipmentState.RETURNED;
            case UNFULFILLED,
                    CANCELLED,
                    PARTIALLY_PACKED,
                    PARTIALLY_HANDED_OVER,
                    PARTIALLY_DELIVERED,
                    PARTIALLY_RETURNED -> ShipmentState.UNPACKED;
        };
        if (each == ShipmentState.UNPACKED || given.isEmpty()) {
            return NONE;
        }
        var all = new ArrayList<Shipment>();
        for (var there : byLocation(given).entrySet()) {
            var packed = Shipment.packed(all.size() + 1, "before", there.getKey(), there.getValue(), at);
            var left = each == ShipmentState.PACKED ? packed : packed.handedOver(null, at);
            all.add(each.hasLeft() && !each.isUnderway() ? left.ended(each, at) : left);
        }
        return new Shipments(0, all, List.of(), null);
    }
}
