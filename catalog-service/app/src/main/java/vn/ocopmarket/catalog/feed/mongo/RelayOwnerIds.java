package vn.ocopmarket.catalog.feed.mongo;

import java.util.UUID;

/** Names of relays, one for each process. */
final class RelayOwnerIds {

    private RelayOwnerIds() {}

    static String next() {
        return "catalog-" + UUID.randomUUID();
    }
}
