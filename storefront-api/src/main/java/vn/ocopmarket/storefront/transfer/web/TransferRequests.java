package vn.ocopmarket.storefront.transfer.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.inventory.Movement.Reason;
import vn.ocopmarket.storefront.transfer.domain.Reception;
import vn.ocopmarket.storefront.transfer.domain.Reception.Counted;
import vn.ocopmarket.storefront.transfer.domain.Transfer;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Asked;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Deed;
import vn.ocopmarket.storefront.transfer.domain.Transfer.State;

/** What staff send about transfers. */
final class TransferRequests {

    static final long MOST_UNITS = 1_000_000;

    private static final int MOST_LINES = 500;

    private TransferRequests() {}

    record SentLine(
            @NotBlank @Size(max = 100) String sku,
            @Min(1) @Max(MOST_UNITS) long quantity) {}

    record Sending(
            @NotBlank @Size(max = 100) String from,
            @NotBlank @Size(max = 100) String to,
            @NotEmpty @Size(max = MOST_LINES) List<@Valid @NotNull SentLine> lines,
            @Nullable @Size(max = 500) String note) {

        /** Equal SKUs are one line. */
        Transfer transfer(String id, Deed deed) {
            var bySku = new TreeMap<String, Long>();
            lines.forEach(line -> bySku.merge(line.sku(), line.quantity(), Math::addExact));
            var asked = bySku.entrySet().stream()
                    .map(line -> new Asked(line.getKey(), line.getValue()))
                    .toList();
            return new Transfer(id, from, to, State.SENDING, asked, List.of(), deed, null);
        }
    }

    record CountedLine(
            @NotBlank @Size(max = 100) String sku,
            @Nullable @Size(max = 64) String lot,
            @Nullable Ownership ownership,
            @Min(0) @Max(MOST_UNITS) long good,
            @Min(0) @Max(MOST_UNITS) long damaged,
            @Nullable Reason reason) {

        /** What cannot be why there is less explains nothing. */
        Counted counted() {
            var why = reason == null || !reason.explains(-1) ? null : reason.name();
            return new Counted(sku, lot, ownership, good, damaged, why);
        }
    }

    record Receiving(
            @NotEmpty @Size(max = MOST_LINES) List<@Valid @NotNull CountedLine> lines,
            @Nullable @Size(max = 500) String note) {

        Reception reception(String id, Deed deed) {
            return new Reception(
                    id, deed, lines.stream().map(CountedLine::counted).toList());
        }
    }
}
