package vn.ocopmarket.contract.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * A product in the search index, under its product id. Its mapping is the resource {@code products-index.json} beside this
 * class. What a date decides is kept as date ranges, so that a query asks about the day it runs on.
 *
 * @param name searched with and without accents
 * @param codes GTINs, SKUs and certificate numbers that name this one product
 * @param placeNames province and commune, current and former
 * @param groupPath branch code and group code
 * @param threeStars when it holds three stars, and so on; ranges do not overlap between the three
 * @param soldOn when at least one variant may be sold, stock aside
 * @param minPrice lowest price in dong, or null when it has none
 * @param inStock whether any variant can be had online now
 * @param locations ids of locations that have it
 * @param communeName with its kind, or null with its code
 * @param codeKeys the codes without whatever is neither letter nor digit, and without accents or case
 * @param traceable whether the catalogue knows a trace page of it
 * @param geographicalIndication when a geographical indication is registered for it
 * @param card the {@link SearchCard} as JSON text
 * @param product all that a page shows; not searched
 * @param availability of each variant that has stock levels; not searched
 */
public record ProductDocument(
        String id,
        String slug,
        String name,
        String producerId,
        String producerName,
        String provinceCode,
        @Nullable String communeCode,
        List<String> placeNames,
        String groupCode,
        String branchCode,
        List<String> groupNames,
        List<String> codes,
        @Nullable String story,
        List<DayRange> threeStars,
        List<DayRange> fourStars,
        List<DayRange> fiveStars,
        List<DayRange> soldOn,
        @Nullable Long minPrice,
        @Nullable Long maxPrice,
        boolean inStock,
        List<String> locations,
        Instant createdAt,
        Instant indexedAt,
        @Nullable String communeName,
        List<String> codeKeys,
        boolean traceable,
        List<DayRange> geographicalIndication,
        String card,
        ProductRecord product,
        List<AvailabilityRecord> availability) {

    /** Days from the first to the last, both included; the field names are those of Elasticsearch's {@code date_range}. */
    public record DayRange(LocalDate gte, LocalDate lte) {

        private static final LocalDate FOR_GOOD = LocalDate.of(9999, 12, 31);

        /** From the first to the last day, or without end; none when it would end before it begins. */
        public static Optional<DayRange> of(LocalDate first, @Nullable LocalDate last) {
            return last != null && last.isBefore(first)
                    ? Optional.empty()
                    : Optional.of(new DayRange(first, Objects.requireNonNullElse(last, FOR_GOOD)));
        }
    }
}
