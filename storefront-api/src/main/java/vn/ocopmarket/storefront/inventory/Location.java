package vn.ocopmarket.storefront.inventory;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.visit.Site;

/**
 * A place that has stock.
 *
 * @param id chosen by who makes it, such as {@code kho-ha-noi}; never changes
 * @param provinceCode two digits, or null where no province applies
 * @param sellsOnline whether its stock may be promised to online buyers
 * @param pickup whether buyers may collect orders there
 * @param site what visitors need to know of it
 */
public record Location(
        String id,
        String name,
        Kind kind,
        @Nullable String provinceCode,
        boolean sellsOnline,
        boolean pickup,
        Site site) {

    /** One of which nothing is known that visitors need. */
    public Location(
            String id, String name, Kind kind, @Nullable String provinceCode, boolean sellsOnline, boolean pickup) {
        this(id, name, kind, provinceCode, sellsOnline, pickup, Site.UNKNOWN);
    }

    /** What sort of place it is. */
    public enum Kind {
        WAREHOUSE,
        SHOWROOM,
        POINT_OF_SALE,
        FAIR_STALL,
        PRODUCER,
        TILL_QUOTA,
        IN_TRANSIT;

        /** Whether buyers may walk in. */
        public boolean visitable() {
            return this == SHOWROOM || this == POINT_OF_SALE || this == FAIR_STALL;
        }
    }
}
