package vn.ocopmarket.storefront.pos;

import java.time.Instant;
import java.time.LocalDate;
import reactor.core.publisher.Flux;
import vn.ocopmarket.contract.money.Money;

/** Cash that was taken for orders whose buyers collected them: it lies in the same till as that of sales. */
public interface CollectedCash {

    /** What was taken for an order, by its number. */
    record Taken(String number, Instant at, Money cash) {}

    /** Of one location and one day in Vietnam; each order once, however its hand-over went on. */
    Flux<Taken> on(String locationId, LocalDate day);
}
