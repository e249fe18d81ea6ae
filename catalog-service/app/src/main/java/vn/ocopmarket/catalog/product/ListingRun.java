package vn.ocopmarket.catalog.product;

import java.time.Instant;
import java.util.function.Predicate;
import vn.ocopmarket.catalog.history.Deed;

/**
 * On whose behalf lines are brought in.
 *
 * @param importId told in the history of each product
 * @param who subject of the officer's token
 * @param why such as the file's name
 * @param mayKeepProvince whether a product of that province may be changed
 */
public record ListingRun(String importId, String who, String why, Predicate<String> mayKeepProvince) {

    Deed deed(Instant at) {
        return new Deed(at, who, "IMPORTED", importId, why);
    }
}
