package vn.ocopmarket.storefront.inventory;

import org.jspecify.annotations.Nullable;

/**
 * A place that has stock.
 *
 * @param id chosen by who makes it, such as {@code kho-ha-noi}; never changes
 * @param provinceCode two digits, or null where no province applies
 * @param sellsOnline whether its stock may be promised to online buyers
 * @param pickup whether buyers may collect orders there
 */
public record Location(
        String id, String name, Kind kind, @Nullable String provinceCode, boolean sellsOnline, boolean pickup) {

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
