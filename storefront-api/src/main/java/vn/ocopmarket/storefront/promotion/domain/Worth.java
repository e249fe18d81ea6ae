package vn.ocopmarket.storefront.promotion.domain;

import vn.ocopmarket.contract.money.Money;

/** What a voucher is worth to goods. */
public sealed interface Worth {

    /** A part of their price, up to an amount. */
    record Percent(int basisPoints, Money cap) implements Worth {

        private static final int WHOLE = 10_000;

        @Override
        public long of(long goods) {
            var part = Math.floorDiv(Math.addExact(Math.multiplyExact(2L * basisPoints, goods), WHOLE), 2L * WHOLE);
            return Math.min(part, cap.amount());
        }
    }

    /** An amount. */
    record Fixed(Money amount) implements Worth {

        @Override
        public long of(long goods) {
            return Math.min(amount.amount(), goods);
        }
    }

    /** Of goods of that price, in dong; a part is rounded half up once. */
    long of(long goods);
}
