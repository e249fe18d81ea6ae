package vn.ocopmarket.catalog.undo;

import java.util.List;

/**
 * A product that was left as it is, since somebody has changed it after the import.
 *
 * @param changedSince codes of the parts that somebody else has changed
 * @param undoable codes of the parts that the import changed and nobody since
 * @param settled whether somebody has decided to take those back
 */
public record LeftProduct(
        String productId, String name, List<String> changedSince, List<String> undoable, boolean settled) {}
