package vn.ocopmarket.storefront.pos.domain;

import vn.ocopmarket.contract.money.Money;

/** Whether a draft may be booked as it is. */
public sealed interface BookingDecision {

    /** It may; the stock is next. */
    record Agreed(Sale.Booking booking) implements BookingDecision {}

    /** There is nothing to sell. */
    record NothingScanned() implements BookingDecision {}

    /** A price is no longer the one that was shown; the draft with today's prices has to be agreed anew. */
    record PricesChanged(Draft repriced) implements BookingDecision {}

    /** There is alcohol in it and nobody said that the buyer is of age. */
    record AgeNotConfirmed() implements BookingDecision {}

    /** Less cash than the total. */
    record TooLittleCash(Money missing) implements BookingDecision {}
}
