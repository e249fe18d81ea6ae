package vn.ocopmarket.catalog.trace;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.trace.LotRecord.Input;
import vn.ocopmarket.contract.trace.LotRecord.Quantity;

/**
 * What its maker writes down of a lot.
 *
 * @param sku of the variant; cannot be changed later
 * @param lot number as printed; cannot be changed later
 * @param standards in the maker's words
 */
public record LotDraft(
        String sku,
        String lot,
        @Nullable LocalDate producedOn,
        @Nullable LocalDate bestBefore,
        @Nullable Quantity quantity,
        List<Input> inputs,
        List<String> standards) {

    public LotDraft {
        // What a request body leaves out is answered with the names of the fields, not with a fault.
        sku = Objects.requireNonNullElse(sku, "");
        lot = Objects.requireNonNullElse(lot, "");
        inputs = List.copyOf(Objects.requireNonNullElse(inputs, List.of()));
        standards = List.copyOf(Objects.requireNonNullElse(standards, List.of()));
    }
}
