package vn.ocopmarket.storefront.shipping;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.shipping.domain.Packing;

/** Asks what it costs to send goods from the nearest of the places that sell online. */
public final class QuotingShipping {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final ShippingQuotes quotes;
    private final Locations locations;
    private final Packing packing;
    private final Clock clock;

    QuotingShipping(ShippingQuotes quotes, Locations locations, Packing packing, Clock clock) {
        this.quotes = quotes;
        this.locations = locations;
        this.packing = packing;
        this.clock = clock;
    }

    /**
     * So many of one thing.
     *
     * @param descriptions what may tell its net weight, the best first, such as {@code 500 ml} or {@code Chai 500 ml}
     */
    public record Item(List<String> descriptions, long quantity) {

        public Item {
            descriptions = List.copyOf(descriptions);
        }
    }

    /** Where to. */
    public record Destination(String provinceCode, String communeCode) {}

    /** As of today. Never empty; an error when nobody can tell. */
    public Mono<Quote> quote(List<Item> items, Destination to, Money goods) {
        var today = LocalDate.now(clock);
        var grams = packing.grams(
                items.stream()
                        .map(item -> new Packing.Piece(item.descriptions(), item.quantity()))
                        .toList(),
                today);
        return locations
                .all()
                .filter(Location::sellsOnline)
                .mapNotNull(Location::provinceCode)
                .collect(Collectors.toSet())
                .map(from -> new Parcel(from, to.provinceCode(), to.communeCode(), grams, goods, today))
                .flatMap(quotes::quote)
                .timeout(TIMEOUT);
    }
}
