package vn.ocopmarket.storefront.promotion;

import java.util.List;
import vn.ocopmarket.contract.money.Money;

/** What vouchers would take off a basket at this moment; nothing is promised by it. */
public sealed interface Quote {

    /**
     * All of them count.
     *
     * @param vouchers in the order of their codes
     * @param perLine what they take off each line together
     */
    record Discounted(List<Off> vouchers, List<Money> perLine) implements Quote {

        public Discounted {
            vouchers = List.copyOf(vouchers);
            perLine = List.copyOf(perLine);
        }

        /** What they take off in all. */
        public Money total() {
            return vouchers.stream().map(Off::amount).reduce(Money.ZERO, Money::plus);
        }

        public Money off(int line) {
            return perLine.isEmpty() ? Money.ZERO : perLine.get(line);
        }
    }

    /** One of them does not, so the basket is not sold with them. */
    record Refused(VoucherRefusal why) implements Quote {}

    /** What one voucher takes off. */
    record Off(String code, String name, String nameEn, Money amount) {}

    /** Of a basket without vouchers. */
    Discounted NONE = new Discounted(List.of(), List.of());
}
