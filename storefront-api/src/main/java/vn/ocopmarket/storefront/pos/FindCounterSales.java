package vn.ocopmarket.storefront.pos;

import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.service.Reading;

/** Finds what was sold at all counters, for who reports on it. */
public interface FindCounterSales {

    /** Everything that was booked on these days, the first and the last with them. */
    Flux<Reading<CounterSale>> between(LocalDate first, LocalDate last);

    /** The first day on which anything was booked. Empty when nothing ever was. */
    Mono<LocalDate> firstDay();

    /** A sale with its receipt. */
    record CounterSale(String id, String receipt, LocalDate day, List<Line> lines) {

        public CounterSale {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One SKU of a sale.
     *
     * @param owned how many of the units were the market's own
     */
    record Line(String sku, String name, long units, long owned, Money paid) {}
}
