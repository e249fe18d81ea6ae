package vn.ocopmarket.storefront.trace.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.trace.TraceRecord;

/**
 * What stands on a label beside the code.
 *
 * @param address what the code says
 * @param lines in small print, top to bottom; dates behind signs that both languages know
 */
record Label(String address, String name, List<String> lines) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    static Label of(TraceRecord trace, String address) {
        var variant = trace.product().variant(trace.sku()).orElseThrow();
        var gtin = variant.gtin();
        var lot = trace.lot();
        var lines = Stream.of(
                        variant.label(),
                        trace.product().producer().name(),
                        gtin == null ? null : "(01) " + gtin,
                        lot == null ? null : "(10) " + lot.lot(),
                        lot == null ? null : dates(lot.producedOn(), lot.bestBefore()))
                .flatMap(Stream::ofNullable)
                .filter(line -> !line.isBlank())
                .toList();
        return new Label(address, trace.product().name(), lines);
    }

    private static @Nullable String dates(@Nullable LocalDate produced, @Nullable LocalDate bestBefore) {
        var text = (produced == null ? "" : "NSX " + DATE.format(produced) + "  ")
                + (bestBefore == null ? "" : "HSD " + DATE.format(bestBefore));
        return text.isBlank() ? null : text.strip();
    }
}
