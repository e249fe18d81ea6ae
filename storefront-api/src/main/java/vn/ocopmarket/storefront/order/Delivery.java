package vn.ocopmarket.storefront.order;

import org.jspecify.annotations.Nullable;

/** How the goods reach the buyer. */
public sealed interface Delivery {

    /**
     * They are sent. There are no districts any more.
     *
     * @param sending what the fee was asked for; null while nobody was asked, and in orders of before
     */
    record Ship(
            String provinceCode,
            String provinceName,
            String communeCode,
            String communeName,
            String street,
            @Nullable Sending sending)
            implements Delivery {

        public Ship with(Sending quoted) {
            return new Ship(provinceCode, provinceName, communeCode, communeName, street, quoted);
        }

        @Override
        public String toString() {
            return "Ship[" + provinceCode + " …]";
        }
    }

    /** The buyer collects them. */
    record Pickup(String locationId, String locationName) implements Delivery {}

    /**
     * How they are sent.
     *
     * @param carrier whose fee it is
     * @param zone how far it is, as the carrier calls it
     * @param grams with the packing
     */
    record Sending(String carrier, String zone, long grams) {}
}
