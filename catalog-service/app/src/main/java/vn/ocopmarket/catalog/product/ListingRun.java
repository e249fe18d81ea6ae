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

    /** Names a bringing-in of an import by how often it had been undone before. */
    public static String id(String importId, int undone) {
        return undone == 0 ? importId : importId + '.' + undone;
    }

    /** Whether that names a bringing-in of the import. */
    public static boolean isOf(String run, String importId) {
        return run.equals(importId) || run.startsWith(importId + '.');
    }

    /** Of what an import does. */
    public Deed deed(Instant at) {
        return new Deed(at, who, Befores.DONE, importId, why);
    }
}
