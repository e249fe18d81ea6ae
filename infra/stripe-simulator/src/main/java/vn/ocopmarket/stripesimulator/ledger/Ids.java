package vn.ocopmarket.stripesimulator.ledger;

import java.util.UUID;

/** Makes ids nobody can guess. */
public final class Ids {

    private Ids() {}

    public static String next() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }
}
