package vn.ocopmarket.indexer.index;

/**
 * The index that readers see.
 *
 * @param fingerprint of the definition it was made with
 * @param alone false when the alias is on older ones too, as after two makers who did not know of each other
 */
public record LiveIndex(String name, String fingerprint, boolean alone) {}
