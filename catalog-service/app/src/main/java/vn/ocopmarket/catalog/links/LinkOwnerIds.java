package vn.ocopmarket.catalog.links;

import java.util.UUID;

/** Names of monitors, one for each process. */
final class LinkOwnerIds {

    private LinkOwnerIds() {}

    static String next() {
        return "links-" + UUID.randomUUID();
    }
}
