package vn.ocopmarket.storefront.inventory.domain;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;

/**
 * What names a level: {@code location|sku|lot}, and {@code location|sku|lot|OWNED} for goods the market bought. Whose goods
 * are is in the key, so nothing that is taken from a level, moved or written of it can forget it.
 *
 * @param lot null where lots are not told apart
 */
public record LevelKey(
        String locationId, String sku, @Nullable String lot, Ownership ownership) {

    private static final char BAR = '|';
    private static final String OWNED = "|OWNED";

    public String id() {
        var id = locationId + BAR + sku + BAR + (lot == null ? "" : lot);
        return ownership.isOwned() ? id + OWNED : id;
    }

    /** Reads an id; neither locations nor lots have a bar in them. */
    public static LevelKey of(String id) {
        var ownership = ownershipOf(id);
        var named = ownership.isOwned() ? id.substring(0, id.length() - OWNED.length()) : id;
        var first = named.indexOf(BAR);
        var last = named.lastIndexOf(BAR);
        if (first < 0 || first == last) {
            throw new IllegalArgumentException("No level is called " + id);
        }
        var lot = named.substring(last + 1);
        return new LevelKey(
                named.substring(0, first), named.substring(first + 1, last), lot.isEmpty() ? null : lot, ownership);
    }

    /** Whose goods lie at the level with this id; a lot may be called as the market's goods are. */
    public static Ownership ownershipOf(String id) {
        var isOwned =
                id.endsWith(OWNED) && id.chars().filter(each -> each == BAR).count() > 2;
        return isOwned ? Ownership.OWNED : Ownership.CONSIGNED;
    }
}
