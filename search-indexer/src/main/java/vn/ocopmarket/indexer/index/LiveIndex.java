package vn.ocopmarket.indexer.index;

/**
 * The index that readers see.
 *
 * @param fingerprint of the definition it was made with
 */
public record LiveIndex(String name, String fingerprint) {}
