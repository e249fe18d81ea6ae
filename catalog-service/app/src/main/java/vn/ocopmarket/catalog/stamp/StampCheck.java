package vn.ocopmarket.catalog.stamp;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.stamp.domain.Standing;
import vn.ocopmarket.contract.trace.LotRecord;

/**
 * What anybody may know of a stamp: reasons, officers and the rest of its range are not among it.
 *
 * @param number as it is printed
 * @param province where it was issued
 * @param issuer the office, as it stands on the stamp
 * @param product that it was given to; null unless the stamp counts
 * @param lot of the goods it is on, or null
 * @param traced that lot as it was written down, or null when nobody did
 */
public record StampCheck(
        String number,
        String province,
        String issuer,
        Standing.State state,
        @Nullable Given product,
        @Nullable String lot,
        @Nullable StampedLot traced) {

    /**
     * Goods that a stamp is on.
     *
     * @param path of its trace page
     * @param recall or null while nothing is wrong with it
     */
    public record StampedLot(String path, @Nullable CalledBack recall) {

        static StampedLot of(LotRecord lot) {
            var recall = lot.recall();
            return new StampedLot(
                    lot.path(),
                    recall == null ? null : new CalledBack(recall.reason(), recall.advice(), recall.startedAt()));
        }
    }

    /**
     * That a lot is called back; also when that has been completed.
     *
     * @param reason in words for buyers
     * @param advice what who has it should do, or null
     */
    public record CalledBack(String reason, @Nullable String advice, Instant startedAt) {}

    /**
     * The product that a stamp was given to, as it is today.
     *
     * @param slug null when it is not on the market any more
     * @param stars null when no certificate of it holds at this moment
     * @param validUntil last day of the certificate that holds, or null
     */
    public record Given(
            String name,
            String producer,
            @Nullable String slug,
            @Nullable Integer stars,
            @Nullable LocalDate validUntil) {}
}
