package vn.ocopmarket.catalog.product;

import java.time.Instant;
import java.util.function.Predicate;
import vn.ocopmarket.catalog.history.Deed;

/**
 * On whose behalf lines are brought in.
 *
 * @param importId told in the history of each product
 * @param run this bringing-in of the import, which may have been undone before
 * @param who subject of the officer's token
 * @param why such as the file's name
 * @param supersedes whether a new decision ends the earlier ones of the same variants
 * @param mayKeepProvince whether a product of that province may be changed
 */
public record ListingRun(
        String importId, String run, String who, String why, boolean supersedes, Predicate<String> mayKeepProvince) {

    /** Of what an import does. */
    public Deed deed(Instant at) {
        return new Deed(at, who, Befores.DONE, importId, why);
    }
}
