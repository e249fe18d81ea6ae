package vn.ocopmarket.storefront.stampdesk;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the catalogue tells everybody of a stamp. */
public interface StampChecks {

    /** Empty when no stamp has that number, an error when the catalogue does not answer. */
    Mono<Stamp> check(String number);

    /** What a stamp can be. */
    enum State {
        NOT_GIVEN,
        GIVEN,
        USED,
        LOST,
        DESTROYED,
        VOID
    }

    /**
     * A stamp as it is at this moment.
     *
     * @param number as it is printed
     * @param province where it was issued
     * @param issuer the office, as it stands on the stamp
     * @param product that it was given to; null unless the stamp counts
     * @param lot of the goods it is on, or null
     * @param traced that lot as it was written down, or null when nobody did
     */
    record Stamp(
            String number,
            String province,
            String issuer,
            State state,
            @Nullable Product product,
            @Nullable String lot,
            @Nullable Lot traced) {

        /** The recall of the goods it is on, or null. */
        public @Nullable Recall recall() {
            return traced == null ? null : traced.recall();
        }
    }

    /**
     * Goods that a stamp is on.
     *
     * @param path of its trace page
     * @param recall or null while nothing is wrong with it
     */
    record Lot(String path, @Nullable Recall recall) {}

    /**
     * That a lot is called back; also when that has been completed.
     *
     * @param reason in words for buyers
     * @param advice what who has it should do, or null
     */
    record Recall(String reason, @Nullable String advice, Instant startedAt) {}

    /**
     * The product that a stamp was given to.
     *
     * @param slug null when it is not on the market any more
     * @param stars null when no certificate of it holds at this moment
     * @param validUntil last day of the certificate that holds, or null
     */
    record Product(
            String name,
            String producer,
            @Nullable String slug,
            @Nullable Integer stars,
            @Nullable LocalDate validUntil) {}
}
