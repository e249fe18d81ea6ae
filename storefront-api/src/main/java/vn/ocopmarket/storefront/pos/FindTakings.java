package vn.ocopmarket.storefront.pos;

import java.time.LocalDate;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pos.domain.Sale;
import vn.ocopmarket.storefront.pos.domain.Takings;

/** Tells what a location took, and shows its receipts again. */
public final class FindTakings {

    private final Sales sales;

    FindTakings(Sales sales) {
        this.sales = sales;
    }

    /** Never empty; a day without sales has no receipts. */
    public Mono<Takings> of(String locationId, LocalDate day) {
        return sales.bookedOn(locationId, day).collectList().map(receipts -> new Takings(locationId, day, receipts));
    }

    /** Empty when the location has no such receipt. */
    public Mono<Sale.Booked> receipt(String locationId, String saleId) {
        return sales.find(saleId)
                .ofType(Sale.Booked.class)
                .filter(receipt -> receipt.till().locationId().equals(locationId));
    }
}
