package vn.ocopmarket.storefront.pos;

import java.util.Arrays;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.parked.Parked;
import vn.ocopmarket.storefront.parked.ParkingPlace;
import vn.ocopmarket.storefront.pos.domain.DroppedSale.Goods;

/** Sales at counters whose cash was taken and that could not be finished, for whoever looks after parked work. */
final class ParkedSales implements ParkingPlace {

    private final Sales sales;
    private final DroppingSales dropping;

    ParkedSales(Sales sales, DroppingSales dropping) {
        this.sales = sales;
        this.dropping = dropping;
    }

    @Override
    public String kind() {
        return "sale";
    }

    @Override
    public List<String> choices() {
        return Arrays.stream(Goods.values()).map(Goods::name).toList();
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
    public Mono<Boolean> drop(String id, Dropping what) {
        return Mono.defer(() -> dropping.drop(id, what.why(), what.by(), Goods.valueOf(what.choice())));
    }
}
