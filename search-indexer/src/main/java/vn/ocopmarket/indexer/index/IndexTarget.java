package vn.ocopmarket.indexer.index;

/**
 * Where and how documents are written.
 *
 * @param index by its own name, so that an alias that moves meanwhile changes nothing
 */
public record IndexTarget(String index, Visibility visibility) {}
