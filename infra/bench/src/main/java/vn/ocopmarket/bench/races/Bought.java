package vn.ocopmarket.bench.races;

import vn.ocopmarket.bench.races.Provider.Money;

/** An order and what its buyer wanted of it, which must have come true in the end. */
record Bought(CardOrder order, Meant meant) {

    /** What a buyer does with an order. */
    enum Meant {
        PAID,
        ABANDONED,
        CANCELLED,
        CANCELLED_UNPAID,
        REFUNDED_IN_PART,
        ON_DELIVERY;

        String method() {
            return this == ON_DELIVERY ? "cod" : "card";
        }
    }

    boolean keepsGoods() {
        return switch (meant) {
            case PAID, REFUNDED_IN_PART, ON_DELIVERY -> true;
            case ABANDONED, CANCELLED, CANCELLED_UNPAID -> false;
        };
    }

    /** At the provider, in the end. */
    Money money() {
        return switch (meant) {
            case PAID -> new Money(1, order.total(), 0);
            case REFUNDED_IN_PART -> new Money(1, order.total(), RefundedTogether.goods(order));
            case CANCELLED -> new Money(1, order.total(), order.total());
            case ABANDONED, CANCELLED_UNPAID, ON_DELIVERY -> Money.NONE;
        };
    }

    /** Waits until its buyer sees what came true. */
    void prove(Books books) {
        switch (meant) {
            case PAID, REFUNDED_IN_PART -> books.order(order.api(""), "paymentState", "PAID");
            case CANCELLED -> books.order(order.api(""), "paymentState", "REFUNDED");
            case ABANDONED -> books.order(order.api(""), "orderState", "EXPIRED");
            case CANCELLED_UNPAID -> books.order(order.api(""), "orderState", "CANCELLED");
            case ON_DELIVERY -> books.order(order.api(""), "orderState", "CONFIRMED");
        }
    }
}
