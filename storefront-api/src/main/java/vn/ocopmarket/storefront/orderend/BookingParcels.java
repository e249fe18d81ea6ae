package vn.ocopmarket.storefront.orderend;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.order.Order;

/** Lets stock follow what was taken out of an order and the parcels that left; once for each, however often it is asked. */
public final class BookingParcels {

    private final HoldingStock stock;

    public BookingParcels(HoldingStock stock) {
        this.stock = stock;
    }

    /** Complete when stock knows of all that was taken out or left; the order does not say so yet. */
    public Mono<Void> book(Order order) {
        var parcels = order.shipments();
        var given = order.preparation().takes();
        return Flux.fromIterable(parcels.drops())
                .filter(drop -> !drop.booked())
                .concatMap(drop -> stock.free(order.id(), drop.id(), parcels.freeing(drop, given)))
                .thenMany(Flux.fromIterable(parcels.unbooked()))
                .concatMap(parcel ->
                        stock.ship(order.id(), order.id() + "." + parcel.number(), parcels.leaving(parcel, given)))
                .then();
    }
}
