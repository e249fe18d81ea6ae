package vn.ocopmarket.indexer.index;

import vn.ocopmarket.indexer.index.domain.ShownStock;
import vn.ocopmarket.indexer.index.domain.Stamp;

/**
 * A document as it is in the index.
 *
 * @param sequence with the term, names this very state of the document: a write bound to it fails when it has changed
 */
public record Indexed(String id, Stamp stamp, ShownStock stock, long sequence, long term) {}
