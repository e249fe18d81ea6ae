package vn.ocopmarket.storefront.pos;

import java.time.LocalDate;
import java.util.Comparator;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pos.domain.Collected;
import vn.ocopmarket.storefront.pos.domain.Sale;
import vn.ocopmarket.storefront.pos.domain.Takings;

/** Tells what a location took, and shows its receipts again. */
public final class FindTakings {

    private final Sales sales;
    private final CollectedCash collected;

    FindTakings(Sales sales, CollectedCash collected) {
        this.sales = sales;
        this.collected = collected;
    }

    /** Never empty; a day without sales has no receipts. */
    public Mono<Takings> of(String locationId, LocalDate day) {
        return Mono.zip(
                        sales.bookedOn(locationId, day).collectList(),
                        collected
                                .on(locationId, day)
                                .map(taken -> new Collected(taken.number(), taken.at(), taken.cash()))
                                .sort(Comparator.comparing(Collected::at).reversed())
                                .collectList(),
                        sales.droppedOn(locationId, day).collectList())
                .map(found -> new Takings(locationId, day, found.getT1(), found.getT2(), found.getT3()));
    }

    /** Empty when the location has no such receipt. */
    public Mono<Sale.Booked> receipt(String locationId, String saleId) {
        return sales.find(saleId)
                .ofType(Sale.Booked.class)
                .filter(receipt -> receipt.till().locationId().equals(locationId));
    }
}
