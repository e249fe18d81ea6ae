package vn.ocopmarket.storefront.stockcount.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.stockcount.CountingStock;
import vn.ocopmarket.storefront.stockcount.domain.CountLine;
import vn.ocopmarket.storefront.stockcount.domain.StockCount;

/** A count as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CountView(
        String id,
        String locationId,
        String state,
        List<CountLineView> lines,
        String startedBy,
        Instant startedAt,
        @Nullable String approvedBy) {

    /**
     * A lot with its last look.
     *
     * @param again whether it has to be counted once more
     * @param expected what the books said then; only for who decides, and only when all is counted
     * @param blocked whether its difference could not be booked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CountLineView(
            String sku,
            @Nullable String lot,
            Ownership ownership,
            long counted,
            boolean again,
            @Nullable Long expected,
            @Nullable Long difference,
            boolean blocked) {}

    /** @param told whether the reader may see what the books said */
    static CountView of(StockCount count, CountingStock counting, boolean told) {
        return new CountView(
                count.id(),
                count.location(),
                count.state().name(),
                count.lines().stream()
                        .map(line -> line(count, line, counting.wantsAnotherLook(line), told))
                        .toList(),
                count.startedBy(),
                count.startedAt(),
                count.approvedBy());
    }

    private static CountLineView line(StockCount count, CountLine line, boolean again, boolean told) {
        return new CountLineView(
                line.sku(),
                line.lot(),
                line.what().ownership(),
                line.last().counted(),
                again,
                told ? Long.valueOf(line.last().expected()) : null,
                told ? Long.valueOf(line.difference()) : null,
                count.blocked().contains(line.key()));
    }
}
