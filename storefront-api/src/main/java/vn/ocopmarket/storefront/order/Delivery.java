package vn.ocopmarket.storefront.order;

/** How the goods reach the buyer. */
public sealed interface Delivery {

    /** They are sent. There are no districts any more. */
    record Ship(String provinceCode, String provinceName, String communeCode, String communeName, String street)
            implements Delivery {

        @Override
        public String toString() {
            return "Ship[" + provinceCode + " …]";
        }
    }

    /** The buyer collects them. */
    record Pickup(String locationId, String locationName) implements Delivery {}
}
