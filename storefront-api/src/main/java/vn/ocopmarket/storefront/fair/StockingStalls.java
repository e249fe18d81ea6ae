package vn.ocopmarket.storefront.fair;

import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.fair.domain.Fair;
import vn.ocopmarket.storefront.fair.domain.Stall;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.inventory.StockView;

/** Moves stock to the stalls of a fair. */
public final class StockingStalls {

    private static final int MOST_LEVELS = 1_000;

    private final Locations locations;
    private final MovingStock moving;
    private final FindStock stock;
    private final Clock clock;

    StockingStalls(Locations locations, MovingStock moving, FindStock stock, Clock clock) {
        this.locations = locations;
        this.moving = moving;
        this.stock = stock;
        this.clock = clock;
    }

    /**
     * What goes from where to which stall.
     *
     * @param id chosen by the page; the same again moves once
     */
    public record Transfer(String id, String fromLocation, String stallNumber, String sku, long quantity) {}

    /** What there is at a stall. */
    public record StallStock(Stall stall, String locationId, List<StockView> levels) {

        public StallStock {
            levels = List.copyOf(levels);
        }
    }

    /** Where the officer may take stock from: the province's own locations and those given to the account. */
    public Flux<Location> sources(StaffMember officer) {
        return locations
                .all()
                .filter(location -> location.kind() != Location.Kind.FAIR_STALL)
                .filter(location -> maySend(officer, location));
    }

    /** Never empty: a location that is not the officer's is as good as unknown. */
    public Mono<MovementOutcome> move(StaffMember officer, Fair fair, Transfer transfer) {
        var unknown = new MovementOutcome.UnknownLocation(transfer.fromLocation());
        return fair.plan().stalls().stream()
                .filter(stall -> stall.number().equals(transfer.stallNumber()))
                .findFirst()
                .map(stall -> locations
                        .find(transfer.fromLocation())
                        .filter(location -> maySend(officer, location))
                        .flatMap(from -> moving.move(movement(officer, fair.locationOf(stall), transfer)))
                        .defaultIfEmpty(unknown))
                .orElseGet(() -> Mono.just(unknown));
    }

    /** Every stall of the fair, in the order of the plan. */
    public Flux<StallStock> at(Fair fair) {
        return Flux.fromIterable(fair.plan().stalls())
                .concatMap(stall -> stock.levels(null, fair.locationOf(stall), null, MOST_LEVELS)
                        .collectList()
                        .map(levels -> new StallStock(stall, fair.locationOf(stall), levels)));
    }

    private static boolean maySend(StaffMember officer, Location location) {
        return officer.may(Permission.STOCK_STALLS, Where.location(location.id(), location.provinceCode()));
    }

    private Movement movement(StaffMember officer, String stallLocation, Transfer transfer) {
        return new Movement(
                "fair:" + transfer.id(),
                Movement.Kind.TRANSFER,
                transfer.fromLocation(),
                stallLocation,
                List.of(new Movement.Line(transfer.sku(), null, null, transfer.quantity())),
                officer.accountId(),
                null,
                clock.instant());
    }
}
