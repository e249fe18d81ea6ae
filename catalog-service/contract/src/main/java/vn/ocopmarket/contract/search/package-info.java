/** The document that the indexer writes and the storefront reads. */
@NullMarked
package vn.ocopmarket.contract.search;

import org.jspecify.annotations.NullMarked;
