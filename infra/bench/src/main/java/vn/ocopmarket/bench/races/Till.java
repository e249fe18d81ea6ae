package vn.ocopmarket.bench.races;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.ocopmarket.bench.races.Provider.Money;

/** What must have come in by card and gone back for each order, and how many units were taken out of orders. */
final class Till {

    private final Map<String, Money> orders = new ConcurrentHashMap<>();
    private final Map<Heap, Long> out = new ConcurrentHashMap<>();

    void paid(String order, long amount) {
        add(order, new Money(1, amount, 0));
    }

    void refunded(String order, long amount) {
        add(order, new Money(0, 0, amount));
    }

    void tookOut(Goods goods) {
        goods.each((_, heap, units) -> out.merge(heap, units, Long::sum));
    }

    Map<String, Money> orders() {
        return Map.copyOf(orders);
    }

    /** Told at the end, so that who reads it sees what the run tried. */
    String words() {
        var sum = orders.values().stream().reduce(Money.NONE, Money::and);
        return "by card %,d dong came in, %,d went back; units taken out: %s"
                .formatted(sum.paid(), sum.refunded(), out);
    }

    private void add(String order, Money money) {
        orders.merge(order, money, Money::and);
    }
}
