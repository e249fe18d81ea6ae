package vn.ocopmarket.storefront.desk;

import java.util.List;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;

/** All rooms, in the order in which doors and navigation show them. A new desk enters itself here. */
public final class Rooms {

    private static final List<Room> ALL = List.of(
            new Room("products", "/staff/products", Permission.KEEP_OWN_PRODUCTS),
            new Room("own-findings", "/staff/own-findings", Permission.ANSWER_FINDINGS),
            new Room("changes", "/staff/changes", Permission.READ_CHANGES),
            new Room("counter", "/pos", Permission.SELL_AT_COUNTER),
            new Room("certificates", "/staff/certificates", Permission.KEEP_CERTIFICATES),
            new Room("stamps", "/staff/stamps", Permission.KEEP_STAMPS),
            new Room("findings", "/staff/findings", Permission.SEE_FINDINGS),
            new Room("fairs", "/staff/fairs", Permission.RUN_FAIRS),
            new Room("imports", "/staff/imports", Permission.KEEP_CERTIFICATES),
            new Room("lots", "/staff/lots", Permission.KEEP_LOTS),
            new Room("recalls", "/staff/recalls", Permission.SEE_RECALLS),
            new Room("invitations", "/staff/invitations", Permission.INVITE_STAFF));

    private Rooms() {}

    /** Those that this person may enter. */
    public static List<Room> of(StaffMember member) {
        return ALL.stream().filter(room -> member.may(room.permission())).toList();
    }
}
