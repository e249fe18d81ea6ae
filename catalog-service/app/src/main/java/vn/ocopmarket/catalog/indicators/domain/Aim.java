package vn.ocopmarket.catalog.indicators.domain;

import java.time.LocalDate;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * What a plan wants for an area in a time.
 *
 * @param area name of the province, district or commune as it was then, with its kind
 * @param provinceCode of the province that has the area now
 * @param atLeast a number, or a percentage
 * @param more whether just as much is not enough
 */
public record Aim(
        String id,
        Measure measure,
        String area,
        String provinceCode,
        long atLeast,
        boolean more,
        LocalDate from,
        LocalDate to,
        String source) {

    /** What is counted. */
    public enum Measure {
        CERTIFIED(false),
        TRACED(true),
        BUYABLE(true),
        NEW(false),
        NEW_WITH_FOUR_STARS(true),
        FIVE_STARS(false),
        TRADEMARKS(false),
        CERTIFICATION_MARKS(false),
        NATIONALLY_TYPICAL(false);

        private final boolean share;

        Measure(boolean share) {
            this.share = share;
        }

        /** Whether a part of a whole is meant, in percent. */
        public boolean isShare() {
            return share;
        }
    }

    /** Districts are gone, and their names are kept with every place that they had. */
    boolean isFor(ProductRecord product) {
        var place = product.place();
        var wanted = VietnameseText.fold(area);
        return place.provinceCode().equals(provinceCode)
                && place.formerNames().stream()
                        .anyMatch(name -> VietnameseText.fold(name).equals(wanted));
    }

    boolean covers(LocalDate on) {
        return !on.isBefore(from) && !on.isAfter(to);
    }
}
