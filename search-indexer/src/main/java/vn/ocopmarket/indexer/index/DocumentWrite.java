package vn.ocopmarket.indexer.index;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.search.ProductDocument;

/**
 * A document to be written.
 *
 * @param replaces the state that it replaces, or null when there must be none
 */
public record DocumentWrite(
        ProductDocument document, @Nullable Indexed replaces) {}
