package vn.ocopmarket.catalog.imports;

import java.util.UUID;

/** Names of workers, one for each process. */
final class ImportIds {

    private ImportIds() {}

    static String worker() {
        return UUID.randomUUID().toString();
    }
}
