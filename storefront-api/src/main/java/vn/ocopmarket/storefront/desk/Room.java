package vn.ocopmarket.storefront.desk;

import vn.ocopmarket.storefront.account.Permission;

/**
 * Where a piece of work is done.
 *
 * @param key its name is the message {@code desk.room.<key>}, what it is for {@code desk.room.<key>.lead}
 * @param path of its first page; its other pages lie below
 * @param permission without which nobody enters
 */
public record Room(Floor floor, String key, String path, Permission permission) {

    /** What rooms beside each other have in common; their names are the messages {@code desk.floor.<name>}. */
    public enum Floor {
        SALES,
        STOCK,
        MONEY,
        PRODUCTS,
        MARKET
    }
}
