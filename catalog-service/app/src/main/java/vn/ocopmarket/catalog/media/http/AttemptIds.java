package vn.ocopmarket.catalog.media.http;

import java.util.UUID;

/** Names of attempts to keep a file. */
final class AttemptIds {

    private AttemptIds() {}

    static String next() {
        return UUID.randomUUID().toString();
    }
}
