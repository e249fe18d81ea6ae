package vn.ocopmarket.contract.trace;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.gs1.DigitalLink;
import vn.ocopmarket.contract.gs1.Gtin;
import vn.ocopmarket.contract.gs1.LotNumber;

/**
 * One batch of a variant, as the catalogue publishes it.
 *
 * @param id opaque; names the lot in addresses where there is no GTIN
 * @param revision grows by one with every change
 * @param gtin of the variant when the lot was written down, or null: none is invented
 * @param lot as printed on the pack, case kept
 * @param bestBefore last day on which it is to be used, or null
 * @param standards the standards its maker applied, in the maker's words
 * @param recall or null while nothing is wrong with it
 */
public record LotRecord(
        String id,
        long revision,
        String productId,
        String sku,
        @Nullable Gtin gtin,
        LotNumber lot,
        @Nullable LocalDate producedOn,
        @Nullable LocalDate bestBefore,
        @Nullable Quantity quantity,
        List<Input> inputs,
        List<String> standards,
        @Nullable Recall recall,
        Instant createdAt,
        Instant updatedAt) {

    public LotRecord {
        inputs = List.copyOf(inputs);
        standards = List.copyOf(standards);
    }

    /** Where the public reads about it: a GS1 Digital Link, or an own short path where there is no GTIN. */
    public String path() {
        return gtin == null ? "/t/" + id : DigitalLink.of(gtin, lot).path();
    }

    /** From its recall on it is not sold, also when the recall has been closed: what was taken back stays back. */
    public boolean mayBeSoldOn(LocalDate day) {
        return recall == null && (bestBefore == null || !day.isAfter(bestBefore));
    }

    /**
     * How much was made.
     *
     * @param unit of UN/ECE recommendation 20, such as {@code H87} for pieces or {@code KGM} for kilograms
     */
    public record Quantity(BigDecimal amount, String unit) {}

    /**
     * What it was made of: one step back.
     *
     * @param origin where that came from, or null
     * @param supplier who delivered it, or null
     * @param lot the supplier's lot number, or null
     */
    public record Input(
            String name,
            @Nullable String origin,
            @Nullable String supplier,
            @Nullable String lot) {}

    /**
     * That it is called back.
     *
     * @param reason in words for buyers
     * @param advice what who has it should do, or null
     * @param decision number of the authority's decision, or null when the producer acts alone
     * @param closing or null while it goes on
     */
    public record Recall(
            String reason,
            @Nullable String advice,
            @Nullable String decision,
            Instant startedAt,
            @Nullable Closing closing) {}

    /**
     * The end of a recall.
     *
     * @param evidence what shows that the goods are back or destroyed, in words
     * @param recovered units that came back, or null when they were not counted
     * @param destroyed units that were destroyed, or null when they were not counted
     * @param document SHA-256 of the document or picture that shows it, or null
     */
    public record Closing(
            String evidence,
            @Nullable Long recovered,
            @Nullable Long destroyed,
            @Nullable String document,
            Instant at) {

        public Closing(String evidence, Instant at) {
            this(evidence, null, null, null, at);
        }
    }
}
