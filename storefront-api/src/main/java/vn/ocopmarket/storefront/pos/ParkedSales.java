package vn.ocopmarket.storefront.pos;

import java.time.Clock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.parked.Parked;
import vn.ocopmarket.storefront.parked.ParkingPlace;

/** Sales at counters whose cash was taken and that could not be finished, for whoever looks after parked work. */
final class ParkedSales implements ParkingPlace {

    private final Sales sales;
    private final Clock clock;

    ParkedSales(Sales sales, Clock clock) {
        this.sales = sales;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "sale";
    }

    @Override
    public Flux<Parked> parked(int limit) {
        return sales.parked(limit)
                .map(sale -> new Parked(kind(), sale.id(), sale.about(), sale.why(), sale.failures(), sale.since()));
    }

    @Override
    public Mono<Boolean> replay(String id) {
        return Mono.defer(() -> sales.replay(id));
    }

    @Override
    public Mono<Boolean> drop(String id, String why, String by) {
        return Mono.defer(() -> sales.drop(id, why, by, clock.instant()));
    }
}
