package vn.ocopmarket.stripesimulator;

import java.util.UUID;

/** Makes ids nobody can guess. */
final class Ids {

    private Ids() {}

    static String next() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }
}
