package vn.ocopmarket.storefront.desk;

import java.util.List;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.desk.Room.Floor;

/** All rooms, in the order in which doors and navigation show them. A new desk enters itself here. */
public final class Rooms {

    /** As many as a row has room for. */
    private static final int FEW = 8;

    private static final List<Room> ALL = List.of(
            new Room(Floor.SALES, "counter", "/pos", Permission.SELL_AT_COUNTER),
            new Room(Floor.SALES, "orders", "/staff/orders", Permission.SEE_ORDERS),
            new Room(Floor.SALES, "pickups", "/staff/pickups", Permission.FULFIL_ORDERS),
            new Room(Floor.SALES, "requests", "/staff/requests", Permission.SEE_ORDERS),
            new Room(Floor.SALES, "order-links", "/staff/order-links", Permission.FULFIL_ORDERS),
            new Room(Floor.SALES, "fairs", "/staff/fairs", Permission.RUN_FAIRS),
            new Room(Floor.STOCK, "stock", "/staff/stock", Permission.SEE_STOCK),
            new Room(Floor.STOCK, "lots", "/staff/lots", Permission.KEEP_LOTS),
            new Room(Floor.STOCK, "recalls", "/staff/recalls", Permission.SEE_RECALLS),
            new Room(Floor.STOCK, "stock-proof", "/staff/proof", Permission.PROVE_STOCK),
            new Room(Floor.MONEY, "money", "/staff/money", Permission.KEEP_MONEY),
            new Room(Floor.MONEY, "refunds", "/staff/refunds", Permission.REFUND_ORDERS),
            new Room(Floor.MONEY, "invoices", "/staff/invoices", Permission.KEEP_MONEY),
            new Room(Floor.MONEY, "payouts", "/staff/payouts", Permission.KEEP_MONEY),
            new Room(Floor.MONEY, "settlements", "/staff/settlements", Permission.KEEP_MONEY),
            new Room(Floor.MONEY, "statements", "/staff/statements", Permission.SEE_STATEMENTS),
            new Room(Floor.PRODUCTS, "products", "/staff/products", Permission.KEEP_OWN_PRODUCTS),
            new Room(Floor.PRODUCTS, "own-findings", "/staff/own-findings", Permission.ANSWER_FINDINGS),
            new Room(Floor.PRODUCTS, "changes", "/staff/changes", Permission.READ_CHANGES),
            new Room(Floor.PRODUCTS, "certificates", "/staff/certificates", Permission.KEEP_CERTIFICATES),
            new Room(Floor.PRODUCTS, "stamps", "/staff/stamps", Permission.KEEP_STAMPS),
            new Room(Floor.PRODUCTS, "findings", "/staff/findings", Permission.SEE_FINDINGS),
            new Room(Floor.PRODUCTS, "imports", "/staff/imports", Permission.KEEP_CERTIFICATES),
            new Room(Floor.MARKET, "vouchers", "/staff/vouchers", Permission.KEEP_VOUCHERS),
            new Room(Floor.MARKET, "wordings", "/staff/wordings", Permission.KEEP_WORDINGS),
            new Room(Floor.MARKET, "search", "/staff/search", Permission.EXPLAIN_SEARCH),
            new Room(Floor.MARKET, "invitations", "/staff/invitations", Permission.INVITE_STAFF),
            new Room(Floor.MARKET, "parked", "/staff/parked", Permission.ADMINISTER));

    private Rooms() {}

    /** Those that this person may enter. */
    public static List<Room> of(StaffMember member) {
        return ALL.stream().filter(room -> member.may(room.permission())).toList();
    }

    /** Those beside the one that this path is in, or all when they are few. */
    public static List<Room> near(List<Room> rooms, String path) {
        if (rooms.size() <= FEW) {
            return rooms;
        }
        var floor = rooms.stream()
                .filter(room -> path.startsWith(room.path()))
                .map(Room::floor)
                .findFirst();
        return rooms.stream()
                .filter(room -> floor.filter(room.floor()::equals).isPresent())
                .toList();
    }
}
