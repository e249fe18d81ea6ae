package vn.ocopmarket.storefront.nearby;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.product.Channel;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.nearby.NearbyPlace.Nearness;
import vn.ocopmarket.storefront.nearby.Whereabouts.At;
import vn.ocopmarket.storefront.nearby.Whereabouts.InCommune;
import vn.ocopmarket.storefront.nearby.Whereabouts.InProvince;
import vn.ocopmarket.storefront.nearby.Whereabouts.Untold;
import vn.ocopmarket.storefront.visit.Coordinates;

/** Finds the places that buyers may walk into and that have a product, by the stock of this moment. */
public final class FindNearby {

    /** Those that have it, then the nearest. */
    private static final Comparator<NearbyPlace> NEAREST = comparing(NearbyPlace::inStock, Comparator.reverseOrder())
            .thenComparing(NearbyPlace::distanceKm, nullsLast(naturalOrder()))
            .thenComparing(NearbyPlace::nearness)
            .thenComparing(place -> place.location().id());

    private final FindStock stock;
    private final Locations locations;
    private final OpenStalls stalls;
    private final Clock clock;

    FindNearby(FindStock stock, Locations locations, OpenStalls stalls, Clock clock) {
        this.stock = stock;
        this.locations = locations;
        this.stalls = stalls;
        this.clock = clock;
    }

    /**
     * Never empty as a Mono: no places when nothing of the product may be sold over a counter today, or nobody keeps it. An
     * error is that of a store that does not answer.
     */
    public Mono<List<NearbyPlace>> of(ProductRecord product, Whereabouts where) {
        var sellable = sellable(product);
        var skus = sellable.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        if (skus.isEmpty()) {
            return Mono.just(List.of());
        }
        return Mono.zip(
                        locations.all().filter(at -> at.kind().visitable()).collectList(),
                        stock.availability(skus).collectList())
                .map(found -> found.getT1().stream()
                        .flatMap(at -> place(at, where, kept(at, sellable, found.getT2())))
                        .sorted(NEAREST)
                        .toList())
                .flatMap(this::open);
    }

    /** Whether anything of it may be sold today at a place that buyers visit; judged now. */
    public boolean isSold(ProductRecord product) {
        return sellable(product).values().stream().anyMatch(skus -> !skus.isEmpty());
    }

    /** A stall stands for the days of its fair only. */
    private Mono<List<NearbyPlace>> open(List<NearbyPlace> places) {
        if (places.stream().noneMatch(FindNearby::isStall)) {
            return Mono.just(places);
        }
        return stalls.today()
                .map(standing -> places.stream()
                        .filter(place -> !isStall(place)
                                || standing.contains(place.location().id()))
                        .toList());
    }

    private static boolean isStall(NearbyPlace place) {
        return place.location().kind() == Location.Kind.FAIR_STALL;
    }

    /** What may be sold where today; judged now, not when it was indexed. */
    private Map<Channel, Set<String>> sellable(ProductRecord product) {
        var today = LocalDate.now(clock);
        var sellable = new HashMap<Channel, Set<String>>();
        for (var channel : List.of(Channel.COUNTER, Channel.FAIR)) {
            sellable.put(
                    channel,
                    product.variants().stream()
                            .map(Variant::sku)
                            .filter(sku -> Eligibility.of(product, sku, today, channel) instanceof Eligibility.Eligible)
                            .collect(Collectors.toSet()));
        }
        return sellable;
    }

    /** How many there are of each variant that the place may sell and keeps or kept. */
    private static List<Long> kept(
            Location at, Map<Channel, Set<String>> sellable, Collection<AvailabilityRecord> records) {
        var channel = at.kind() == Location.Kind.FAIR_STALL ? Channel.FAIR : Channel.COUNTER;
        return records.stream()
                .filter(record -> sellable.getOrDefault(channel, Set.of()).contains(record.sku()))
                .flatMap(record -> record.locations().stream())
                .filter(there -> there.locationId().equals(at.id()))
                .map(AvailabilityRecord.AtLocation::available)
                .toList();
    }

    private Stream<NearbyPlace> place(Location at, Whereabouts where, List<Long> kept) {
        if (kept.isEmpty()) {
            return Stream.empty();
        }
        var hours = at.site().hours();
        return Stream.of(new NearbyPlace(
                at,
                nearness(at, where),
                where instanceof At(var about) ? kilometres(about, at.site().coordinates()) : null,
                hours == null ? null : hours.at(LocalDateTime.now(clock)),
                kept.stream().anyMatch(available -> available > 0)));
    }

    private static Nearness nearness(Location at, Whereabouts where) {
        return switch (where) {
            case Untold _, At _ -> Nearness.UNTOLD;
            case InProvince(var province) -> byProvince(at, province);
            case InCommune(var commune, var province) ->
                commune.equals(at.site().communeCode()) ? Nearness.SAME_COMMUNE : byProvince(at, province);
        };
    }

    private static Nearness byProvince(Location at, String province) {
        var there = at.provinceCode();
        if (there == null) {
            return Nearness.UNTOLD;
        }
        return there.equals(province) ? Nearness.SAME_PROVINCE : Nearness.ELSEWHERE;
    }

    /** A buyer who is told less would not believe it, since their own place is only known roughly. */
    private static @Nullable Integer kilometres(Coordinates about, @Nullable Coordinates place) {
        return place == null ? null : Math.max(1, (int) Math.round(about.kilometresTo(place)));
    }
}
