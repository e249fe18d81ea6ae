package vn.ocopmarket.storefront.payment;

import java.lang.reflect.Proxy;
import java.time.Clock;
import vn.ocopmarket.outbox.WakeUp;

/** Gives back money that people send: the store is real, and nobody calls a provider. */
public final class MoneyByHand {

    private MoneyByHand() {}

    /** What was paid and went back. */
    public static FindBooks books(Payments payments) {
        return new BooksOfPayments(payments);
    }

    public static ReturningMoney of(Payments payments, Clock clock) {
        var changing = new ChangingPayments(payments, clock);
        var nobody = (CardProvider) Proxy.newProxyInstance(
                CardProvider.class.getClassLoader(), new Class<?>[] {CardProvider.class}, (_, method, _) -> {
                    throw new IllegalStateException("Nobody calls a provider: " + method.getName());
                });
        var carryingOn = new CarryingOnPayments(
                payments,
                changing,
                nobody,
                () -> {
                    throw new IllegalStateException("Nobody tells the order");
                },
                new WakeUp());
        return new ReturningMoney(payments, changing, carryingOn);
    }
}
