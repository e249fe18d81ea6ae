package vn.ocopmarket.catalog.stamp.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stamps that were given to a product.
 *
 * @param id chosen before the first try
 * @param by subject of the officer's token
 * @param returned those that were taken back since
 */
public record StampRange(String id, Span span, Holder holder, LocalDate on, String by, List<Span> returned) {

    public StampRange {
        returned = List.copyOf(returned);
    }

    /** Those that are still given, in order. */
    public List<Span> held() {
        return span.without(returned);
    }

    StampRange without(Span back) {
        return new StampRange(
                id,
                span,
                holder,
                on,
                by,
                Stream.concat(returned.stream(), Stream.of(back)).toList());
    }

    /** Whether it is the same giving, told a second time. */
    boolean repeats(StampRange other) {
        return id.equals(other.id)
                && span.equals(other.span)
                && holder.product().equals(other.holder.product());
    }
}
