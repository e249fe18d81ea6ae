package vn.ocopmarket.catalog.epcis;

import java.util.HashSet;
import java.util.Set;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.contract.product.ProductRecord;

/** In whose name events are reported, and whose word counts for a product. */
public final class Parties {

    private static final String ADMINISTRATOR = "administrator";

    private Parties() {}

    /** Empty when the caller speaks for nobody. */
    public static Set<String> of(Caller caller) {
        var parties = new HashSet<String>();
        if (caller.roles().contains("ADMINISTRATOR")) {
            parties.add(ADMINISTRATOR);
        }
        if (caller.roles().contains("OCOP_OFFICER")) {
            caller.provinces().forEach(code -> parties.add(province(code)));
        }
        if (caller.roles().contains("PRODUCER")) {
            caller.producers().forEach(id -> parties.add("producer:" + id));
        }
        return parties;
    }

    /** Those who may say what happened to a product. */
    public static Set<String> of(ProductRecord product) {
        return Set.of(
                ADMINISTRATOR,
                province(product.place().provinceCode()),
                "producer:" + product.producer().id());
    }

    static String province(String code) {
        return "province:" + code;
    }
}
